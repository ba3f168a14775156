using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Pages of sites.</summary>
internal static class PageResources
{
    public static GraphAnswer All(GraphCall call, string siteId)
    {
        GraphSite site = call.Site(siteId);
        return call.Page(call.Tenant.Pages.Values.Where(page => page.SiteId == site.Id && Sees(call, page)).OrderBy(page => page.Title, StringComparer.Ordinal).Select(page => Json(page, withCanvas: false)));
    }

    public static GraphAnswer One(GraphCall call, string siteId, string id) => GraphAnswer.Ok(Json(Find(call, siteId, id), call.Expands("canvasLayout")));

    public static GraphAnswer Canvas(GraphCall call, string siteId, string id) => GraphAnswer.Ok(JsonNode.Parse(Find(call, siteId, id).CanvasLayout)!);

    private static GraphPage Find(GraphCall call, string siteId, string id)
    {
        GraphSite site = call.Site(siteId);
        return call.Tenant.Pages.TryGetValue(id, out GraphPage? page) && page.SiteId == site.Id && Sees(call, page) ? page : throw GraphError.NotFound();
    }

    private static bool Sees(GraphCall call, GraphPage page) => call.Caller.IsApplication || call.Tenant.Lists.Values.Any(list =>
        list.SiteId == page.SiteId && list.Items.Any(item => item.UniqueId == page.Id && call.Tenant.MayRead(call.Caller.UserId!, list, item)));

    private static JsonObject Json(GraphPage page, bool withCanvas)
    {
        JsonObject json = new()
        {
            ["@odata.type"] = "#microsoft.graph.sitePage",
            ["id"] = page.Id,
            ["name"] = $"{page.Title.Replace(' ', '-')}.aspx",
            ["title"] = page.Title,
            ["eTag"] = $"\"{{{page.Id}}},{page.Version}\"",
            ["webUrl"] = $"SitePages/{page.Title.Replace(' ', '-')}.aspx",
            ["createdDateTime"] = "2026-01-01T08:00:00Z",
            ["lastModifiedDateTime"] = GraphJsonWriter.Time(page.Modified),
            ["pageLayout"] = "article",
            ["promotionKind"] = "page",
            ["publishingState"] = new JsonObject { ["level"] = page.IsDraft ? "draft" : "published", ["versionId"] = page.IsDraft ? $"{page.Version - 1}.1" : $"{page.Version}.0" },
        };
        if (withCanvas)
        {
            json["canvasLayout"] = JsonNode.Parse(page.CanvasLayout);
        }

        return json;
    }
}
