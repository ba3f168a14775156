using Navo.Integrations.Testing.SharePoint.Http;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>The changes of sites, for applications only.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/site-delta"/>.</remarks>
internal static class SiteDeltaResource
{
    public static GraphAnswer Answer(GraphCall call) => call.Caller.IsApplication && call.Server.SelectedSites is null
        ? DeltaFeed.Answer(call, call.Tenant.Sites.Values.Select(site => new DeltaEntry(site.Change, DateTimeOffset.MaxValue, false, _ => GraphJsonWriter.Site(site))))
        : throw GraphError.Denied();
}
