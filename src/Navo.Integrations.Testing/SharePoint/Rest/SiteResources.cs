using System.Text.Json.Nodes;
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
            ? call.Page(Ordered(call.Tenant.Sites.Values.Where(site => call.Sees(site)).Where(site => sought is "" or "*" || site.Title.Contains(sought, StringComparison.OrdinalIgnoreCase))))
            : throw GraphError.Denied();
    }

    public static string Root(GraphCall call) => call.Tenant.Sites.Values.Single(site => site.WebUrl == $"https://{call.Tenant.Host}").Id;

    public static GraphAnswer One(GraphCall call, string id) => GraphAnswer.Ok(GraphJsonWriter.Site(call.Site(id)));

    public static GraphSite ByPath(GraphCall call, string host, string path)
    {
        string address = $"https://{host}/{path}".TrimEnd('/');
        return call.Tenant.Sites.Values.FirstOrDefault(site => Uri.UnescapeDataString(site.WebUrl).Equals(address, StringComparison.OrdinalIgnoreCase)) ?? throw GraphError.NotFound();
    }

    public static GraphAnswer Below(GraphCall call, string id) => call.Page(Ordered(call.Tenant.Sites.Values.Where(site => site.ParentId == call.Site(id).Id && call.Sees(site))));

    public static GraphAnswer Drives(GraphCall call, string id)
    {
        GraphSite site = call.Site(id);
        return call.Page(call.Tenant.Drives.Values.Where(drive => drive.SiteId == site.Id).OrderBy(drive => drive.Title, StringComparer.Ordinal).Select(drive => GraphJsonWriter.Drive(call.Tenant, drive)));
    }

    /// <summary>The id of the library that a site has from the start.</summary>
    public static string DefaultDrive(GraphCall call, string id)
    {
        GraphSite site = call.Site(id);
        return call.Tenant.Drives.Values.Where(drive => drive.SiteId == site.Id).MinBy(drive => drive.Title, StringComparer.Ordinal)?.Id ?? throw GraphError.NotFound();
    }

    /// <summary>The id of a user's own library.</summary>
    public static string OneDrive(GraphCall call, string user)
    {
        string id = UserResources.Find(call, user).Id;
        return call.Tenant.Drives.Values.FirstOrDefault(drive => drive.OwnerId == id)?.Id ?? throw GraphError.NotFound();
    }

    public static GraphAnswer OneDrives(GraphCall call, string user)
    {
        string id = UserResources.Find(call, user).Id;
        return call.Page(call.Tenant.Drives.Values.Where(drive => drive.OwnerId == id).Select(drive => GraphJsonWriter.Drive(call.Tenant, drive)));
    }

    private static IEnumerable<JsonNode> Ordered(IEnumerable<GraphSite> sites) => sites.OrderBy(site => site.WebUrl, StringComparer.Ordinal).Select(GraphJsonWriter.Site);
}
