using Navo.Integrations.SharePoint.Api.Wire;
using Refit;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Refit with Graph's JSON.</summary>
internal static class SharePointRefit
{
    public static RefitSettings Settings { get; } = PlainRefit.Of(GraphJson.Default);
}
