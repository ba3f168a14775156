using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Refit with Confluence's JSON.</summary>
internal static class ConfluenceRefit
{
    public static RefitSettings Settings { get; } = PlainRefit.Of(ConfluenceJson.Default);
}
