using Navo.Integrations.Testing.SharePoint.Model;
using Navo.Integrations.Testing.SharePoint.Rest;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>What lies below sites, named by their id, as the root, or by host and path.</summary>
internal static class SiteRoutes
{
    /// <param name="call">The request.</param>
    /// <param name="path">The path after <c>sites</c>.</param>
    public static GraphAnswer Answer(GraphCall call, string[] path) => path switch
    {
        [] => SiteResources.Search(call),
        ["getAllSites" or "getAllSites()"] => SiteResources.All(call),
        ["delta" or "delta()"] => SiteDeltaResource.Answer(call),
        ["root", .. var below] => Site(call, SiteResources.Root(call), below),
        [[.. var host, ':'], .. var names] => ByPath(call, host, names),
        [var host] when host.Equals(call.Tenant.Host, StringComparison.OrdinalIgnoreCase) => Site(call, SiteResources.Root(call), []),
        [var site, .. var below] => Site(call, site, below),
    };

    private static GraphAnswer ByPath(GraphCall call, string host, string[] names)
    {
        int end = Array.FindIndex(names, name => name.EndsWith(':'));
        string[] address = end < 0 ? names : names[..(end + 1)];
        GraphSite site = SiteResources.ByPath(call, host, string.Join('/', address).TrimEnd(':'));
        return Site(call, site.Id, end < 0 ? [] : names[(end + 1)..]);
    }

    private static GraphAnswer Site(GraphCall call, string site, string[] path) => path switch
    {
        [] => SiteResources.One(call, site),
        ["sites"] => SiteResources.Below(call, site),
        ["drives"] => SiteResources.Drives(call, site),
        ["drives", .. var below] => DriveRoutes.Answer(call, below),
        ["drive", .. var below] => DriveRoutes.Answer(call, [SiteResources.DefaultDrive(call, site), .. below]),
        ["permissions"] => PermissionResources.OfSite(call, site),
        ["lists", .. var below] => Lists(call, site, below),
        ["pages", .. var below] => Pages(call, site, below),
        _ => throw GraphRoutes.Unknown(call),
    };

    private static GraphAnswer Lists(GraphCall call, string site, string[] path) => path switch
    {
        [] => ListResources.All(call, site),
        [var list] => ListResources.One(call, site, list),
        [var list, "columns"] => ListResources.Columns(call, site, list),
        [var list, "drive"] => ListResources.Drive(call, site, list),
        [var list, "permissions"] => PermissionResources.OfList(call, site, list),
        [var list, "items"] => ListResources.Items(call, site, list),
        [var list, "items", "delta" or "delta()"] => ListDeltaResource.Answer(call, site, list),
        [var list, "items", var item] => ListResources.Item(call, site, list, item),
        [var list, "items", var item, "fields"] => ListResources.Fields(call, site, list, item),
        [var list, "items", var item, "permissions"] => PermissionResources.OfListItem(call, site, list, item),
        _ => throw GraphRoutes.Unknown(call),
    };

    private static GraphAnswer Pages(GraphCall call, string site, string[] path) => path switch
    {
        [] or ["microsoft.graph.sitePage" or "graph.sitePage"] => PageResources.All(call, site),
        [var page] => PageResources.One(call, site, page),
        [var page, "microsoft.graph.sitePage" or "graph.sitePage"] => PageResources.One(call, site, page),
        [var page, "microsoft.graph.sitePage" or "graph.sitePage", "canvasLayout"] => PageResources.Canvas(call, site, page),
        _ => throw GraphRoutes.Unknown(call),
    };
}
