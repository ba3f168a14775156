using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Lists and their items; libraries are lists too.</summary>
internal static class ListResources
{
    public static GraphAnswer All(GraphCall call, string siteId)
    {
        GraphSite site = call.Site(siteId);
        IEnumerable<JsonNode> lists = call.Tenant.Lists.Values.Where(list => list.SiteId == site.Id).OrderBy(list => list.Title, StringComparer.Ordinal).Select(list => Json(site, list));
        IEnumerable<JsonNode> libraries = call.Tenant.Drives.Values.Where(drive => drive.SiteId == site.Id).OrderBy(drive => drive.Title, StringComparer.Ordinal).Select(drive => Json(site, drive.ListId, drive.Title, "documentLibrary"));
        return call.Page(lists.Concat(libraries));
    }

    public static GraphAnswer One(GraphCall call, string siteId, string listId)
    {
        GraphSite site = call.Site(siteId);
        if (Library(call, site, listId) is { } library)
        {
            return GraphAnswer.Ok(Json(site, library.ListId, library.Title, "documentLibrary"));
        }

        GraphList list = List(call, site, listId);
        return GraphAnswer.Ok(Json(site, list));
    }

    /// <summary>The list behind a library.</summary>
    public static GraphAnswer OfDrive(GraphCall call, string driveId)
    {
        GraphDrive drive = call.Drive(driveId);
        return One(call, drive.SiteId, drive.ListId);
    }

    /// <summary>The library before a list.</summary>
    public static GraphAnswer Drive(GraphCall call, string siteId, string listId) =>
        GraphAnswer.Ok(GraphJsonWriter.Drive(call.Tenant, Library(call, call.Site(siteId), listId) ?? throw GraphError.NotFound()));

    public static GraphAnswer Columns(GraphCall call, string siteId, string listId)
    {
        GraphSite site = call.Site(siteId);
        GraphList? list = call.Tenant.Lists.GetValueOrDefault(listId);
        return list is null && call.Tenant.Drives.Values.All(drive => drive.ListId != listId || drive.SiteId != site.Id)
            ? throw GraphError.NotFound()
            : call.Page((list?.Columns ?? [("Status", "Status", "choice"), ("Project", "Project", "lookup")]).Select(column => (JsonNode)new JsonObject
            {
                ["id"] = GraphIds.Guid($"column {column.Name}"),
                ["name"] = column.Name,
                ["displayName"] = column.Title,
                ["hidden"] = false,
                [column.Type] = new JsonObject(),
            }));
    }

    public static GraphAnswer Items(GraphCall call, string siteId, string listId)
    {
        GraphList list = List(call, call.Site(siteId), listId);
        bool withFields = call.Expands("fields");
        return call.Page(list.Items.Where(item => Sees(call, list, item)).Select(item => Json(call, list, item, withFields)));
    }

    public static GraphAnswer Item(GraphCall call, string siteId, string listId, string id)
    {
        GraphSite site = call.Site(siteId);
        return GraphAnswer.Ok(Json(call, List(call, site, listId), Find(call, site, listId, id), call.Expands("fields")));
    }

    public static GraphAnswer Fields(GraphCall call, string siteId, string listId, string id) => GraphAnswer.Ok(Fields(Find(call, call.Site(siteId), listId, id)));

    public static GraphListItem Find(GraphCall call, GraphSite site, string listId, string id)
    {
        GraphList list = List(call, site, listId);
        return list.Items.FirstOrDefault(item => item.Id.ToString(CultureInfo.InvariantCulture) == id && Sees(call, list, item)) ?? throw GraphError.NotFound();
    }

    public static bool Sees(GraphCall call, GraphList list, GraphListItem item) => call.Caller.IsApplication || call.Tenant.MayRead(call.Caller.UserId!, list, item);

    public static GraphList List(GraphCall call, GraphSite site, string id) =>
        call.Tenant.Lists.TryGetValue(id, out GraphList? list) && list.SiteId == site.Id ? list : throw GraphError.NotFound();

    private static GraphDrive? Library(GraphCall call, GraphSite site, string listId) => call.Tenant.Drives.Values.FirstOrDefault(drive => drive.ListId == listId && drive.SiteId == site.Id);

    private static JsonObject Json(GraphSite site, string id, string title, string template) => new()
    {
        ["id"] = id,
        ["name"] = title,
        ["displayName"] = title,
        ["webUrl"] = $"{site.WebUrl}/Lists/{Uri.EscapeDataString(title)}",
        ["list"] = new JsonObject { ["template"] = template, ["hidden"] = false, ["contentTypesEnabled"] = false },
        ["parentReference"] = new JsonObject { ["siteId"] = site.Id },
    };

    private static JsonObject Json(GraphSite site, GraphList list)
    {
        JsonObject json = Json(site, list.Id, list.Title, list.Template);
        json["list"]!["hidden"] = list.IsHidden;
        if (list.IsSystem)
        {
            json["system"] = new JsonObject();
        }

        return json;
    }

    public static JsonObject Json(GraphCall call, GraphList list, GraphListItem item, bool withFields)
    {
        JsonObject json = new()
        {
            ["id"] = item.Id.ToString(CultureInfo.InvariantCulture),
            ["eTag"] = $"\"{item.UniqueId},{item.Version}\"",
            ["webUrl"] = $"{call.Tenant.Sites[list.SiteId].WebUrl}/Lists/{Uri.EscapeDataString(list.Title)}/{item.Id}_.000",
            ["createdDateTime"] = "2026-01-01T08:00:00Z",
            ["lastModifiedDateTime"] = GraphJsonWriter.Time(item.Modified),
            ["contentType"] = new JsonObject { ["id"] = "0x01", ["name"] = "Item" },
            ["parentReference"] = new JsonObject { ["siteId"] = list.SiteId },
            ["sharepointIds"] = new JsonObject { ["listId"] = list.Id, ["listItemId"] = item.Id.ToString(CultureInfo.InvariantCulture), ["listItemUniqueId"] = item.UniqueId },
        };
        if (withFields)
        {
            json["fields"] = Fields(item);
        }

        return json;
    }

    private static JsonObject Fields(GraphListItem item) => new(item.Fields.Select(field => KeyValuePair.Create(field.Key, JsonNode.Parse(field.Value))));
}
