using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Sites and their libraries.</summary>
internal static class SiteResources
{
    public static GraphAnswer All(GraphCall call) => call.Server.SelectedSites is null && call.Caller.IsApplication
        ? call.Page(Ordered(call.Tenant.Sites.Values))
        : throw GraphError.Denied();

    public static GraphAnswer Search(GraphCall call)
    {
        string sought = call.Query("search") ?? string.Empty;
        return call.Server.SelectedSites is null
            ? call.Page(Ordered(call.Tenant.Sites.Values.Where(site => sought is "" or "*" || site.Title.Contains(sought, StringComparison.OrdinalIgnoreCase))))
            : throw GraphError.Denied();
    }

    public static GraphAnswer Root(GraphCall call) => One(call, call.Tenant.Sites.Values.Single(site => site.WebUrl == $"https://{call.Tenant.Host}").Id);

    public static GraphAnswer One(GraphCall call, string id) => GraphAnswer.Ok(GraphJsonWriter.Site(call.Site(id)));

    public static GraphAnswer ByPath(GraphCall call, string host, string path)
    {
        string address = $"https://{host}/{path}".TrimEnd('/');
        GraphSite site = call.Tenant.Sites.Values.FirstOrDefault(site => Uri.UnescapeDataString(site.WebUrl).Equals(address, StringComparison.OrdinalIgnoreCase)) ?? throw GraphError.NotFound();
        return One(call, site.Id);
    }

    public static GraphAnswer Below(GraphCall call, string id) => call.Page(Ordered(call.Tenant.Sites.Values.Where(site => site.ParentId == call.Site(id).Id)));

    public static GraphAnswer Drives(GraphCall call, string id)
    {
        GraphSite site = call.Site(id);
        return call.Page(call.Tenant.Drives.Values.Where(drive => drive.SiteId == site.Id).OrderBy(drive => drive.Title, StringComparer.Ordinal).Select(drive => GraphJsonWriter.Drive(call.Tenant, drive)));
    }

    public static GraphAnswer OneDrive(GraphCall call, string user)
    {
        string id = DirectoryResources.Find(call, user).Id;
        GraphDrive drive = call.Tenant.Drives.Values.FirstOrDefault(drive => drive.OwnerId == id) ?? throw GraphError.NotFound();
        return GraphAnswer.Ok(GraphJsonWriter.Drive(call.Tenant, drive));
    }

    private static IEnumerable<System.Text.Json.Nodes.JsonNode> Ordered(IEnumerable<GraphSite> sites) => sites.OrderBy(site => site.WebUrl, StringComparer.Ordinal).Select(GraphJsonWriter.Site);
}
