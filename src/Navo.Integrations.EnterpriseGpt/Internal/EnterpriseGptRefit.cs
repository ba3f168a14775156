using Navo.Integrations.EnterpriseGpt.Api.Wire;
using Refit;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Refit as this package uses it: source-generated JSON, and failures as they are. Refit's own exceptions would carry the request with its credentials.</summary>
internal static class EnterpriseGptRefit
{
    public static RefitSettings Settings { get; } = Create();

    private static RefitSettings Create()
    {
        RefitSettings settings = new(new BufferedJsonSerializer(OpenAiJson.Default));
        settings.TransportExceptionFactory = static (_, failure, _) => failure;
        settings.DeserializationExceptionFactory = static (_, failure) => new(failure);
        return settings;
    }
}
