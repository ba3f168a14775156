using Navo.Integrations.EnterpriseGpt.Api.Wire;
using Refit;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Refit with OpenAI's JSON.</summary>
internal static class EnterpriseGptRefit
{
    public static RefitSettings Settings { get; } = PlainRefit.Of(OpenAiJson.Default);
}
