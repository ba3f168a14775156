using Navo.Integrations.Testing.SharePoint.Rest;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>Which resource answers which path.</summary>
internal static class GraphRoutes
{
    public static GraphAnswer Answer(GraphCall call) => (call.Method, call.Segments) switch
    {
        ("POST", ["$batch"]) => BatchResource.Answer(call),
        ("POST", ["search", "query"]) => SearchResource.Answer(call),
        ("POST", ["users", var user, "checkMemberGroups"]) => DirectoryResources.CheckMemberGroups(call, user),
        ("GET", ["users", var user]) => DirectoryResources.User(call, user),
        ("GET", ["users", var user, "drive"]) => SiteResources.OneDrive(call, user),
        ("GET", ["users", var user, "joinedTeams"]) => TeamResources.Joined(call, user),
        ("GET", ["teams"]) => TeamResources.All(call),
        ("GET", ["teams", var team, "allChannels" or "channels"]) => TeamResources.Channels(call, team),
        ("GET", ["teams", var team, "channels", var channel, "filesFolder"]) => TeamResources.FilesFolder(call, team, channel),
        ("GET", ["teams", var team, "channels", var channel, "members"]) => TeamResources.Members(call, team, channel),
        ("GET", ["drives", ..]) => Drive(call, call.Segments[1..]),
        ("GET", ["sites", ..] or ["sites"]) => Site(call, call.Segments[1..]),
        _ => throw GraphError.Invalid($"Resource not found for the segment '{call.Segments[^1]}'."),
    };

    private static GraphAnswer Drive(GraphCall call, string[] path) => path switch
    {
        [var drive] => DriveResources.Drive(call, drive),
        [var drive, "root"] => DriveResources.Item(call, drive, "root"),
        [var drive, "root", "delta"] => DeltaResource.Answer(call, drive),
        [var drive, "root", "children"] => DriveResources.Children(call, drive, "root"),
        [var drive, "items", var item] => DriveResources.Item(call, drive, item),
        [var drive, "items", var item, "children"] => DriveResources.Children(call, drive, item),
        [var drive, "items", var item, "content"] => DriveResources.Content(call, drive, item, null),
        [var drive, "items", var item, "versions"] => DriveResources.Versions(call, drive, item),
        [var drive, "items", var item, "versions", var version, "content"] => DriveResources.Content(call, drive, item, version),
        [var drive, "items", var item, "permissions"] => PermissionResources.OfItem(call, drive, item),
        [var drive, "items", var item, "retentionLabel"] => DriveResources.RetentionLabel(call, drive, item),
        [var drive, "items", var item, "analytics", var span] => AnalyticsResources.Of(call, drive, item, span),
        [var drive, "items", var item, var function] when function.StartsWith("getActivitiesByInterval(", StringComparison.Ordinal) => AnalyticsResources.Daily(call, drive, item),
        _ => throw GraphError.Invalid("Resource not found."),
    };

    private static GraphAnswer Site(GraphCall call, string[] path) => path switch
    {
        [] => SiteResources.Search(call),
        ["getAllSites"] => SiteResources.All(call),
        ["root"] => SiteResources.Root(call),
        [var host, ..] when host.EndsWith(':') => SiteResources.ByPath(call, host.TrimEnd(':'), string.Join('/', path[1..]).TrimEnd(':')),
        [var site] => SiteResources.One(call, site),
        [var site, "sites"] => SiteResources.Below(call, site),
        [var site, "drives"] => SiteResources.Drives(call, site),
        [var site, "permissions"] => PermissionResources.OfSite(call, site),
        [var site, "lists"] => ListResources.All(call, site),
        [var site, "lists", var list] => ListResources.One(call, site, list),
        [var site, "lists", var list, "columns"] => ListResources.Columns(call, site, list),
        [var site, "lists", var list, "items"] => ListResources.Items(call, site, list),
        [var site, "lists", var list, "items", var item] => ListResources.Item(call, site, list, item),
        [var site, "lists", var list, "items", var item, "permissions"] => PermissionResources.OfListItem(call, site, list, item),
        [var site, "pages", "microsoft.graph.sitePage"] => PageResources.All(call, site),
        [var site, "pages", var page, "microsoft.graph.sitePage"] => PageResources.One(call, site, page),
        _ => throw GraphError.Invalid("Resource not found."),
    };
}
