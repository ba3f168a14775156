using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Kql;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>What the caller may find, by entity type. Hits are leaner than the resources themselves, and their addresses are not escaped.</summary>
internal static class SearchCandidates
{
    private static readonly string[] ItemMembers = ["id", "name", "webUrl", "size", "folder", "createdDateTime", "lastModifiedDateTime", "createdBy", "lastModifiedBy", "parentReference"];

    public static IEnumerable<SearchCandidate> Of(GraphCall call, string entityType) => entityType switch
    {
        "driveItem" => call.Tenant.Items.Values.Where(item => item.ParentId is not null && call.Sees(item)).OrderBy(item => item.Id, StringComparer.Ordinal).Select(item => Item(call.Tenant, item)),
        "listItem" => call.Tenant.Lists.Values.OrderBy(list => list.Id, StringComparer.Ordinal).SelectMany(list => ListItems(call, list)),
        "list" => call.Tenant.Lists.Values.Where(list => call.Sees(call.Tenant.Sites[list.SiteId])).OrderBy(list => list.Id, StringComparer.Ordinal).Select(list => List(call.Tenant, list)),
        "drive" => call.Tenant.Drives.Values.Where(drive => call.Sees(call.Tenant.Sites[drive.SiteId])).OrderBy(drive => drive.Id, StringComparer.Ordinal).Select(drive => Drive(call.Tenant, drive)),
        "site" => call.Tenant.Sites.Values.Where(call.Sees).OrderBy(site => site.Id, StringComparer.Ordinal).Select(Site),
        _ => throw GraphError.Invalid("The entity type is not supported."),
    };

    private static SearchCandidate Item(GraphTenant tenant, GraphItem item)
    {
        JsonObject full = GraphJsonWriter.Item(tenant, item);
        JsonObject lean = new() { ["@odata.type"] = "#microsoft.graph.driveItem" };
        foreach (string member in ItemMembers.Where(full.ContainsKey))
        {
            lean[member] = full[member]!.DeepClone();
        }

        JsonObject parent = lean["parentReference"]!.AsObject();
        parent.Remove("path");
        parent["sharepointIds"] = full["sharepointIds"]!.DeepClone();
        lean["webUrl"] = Uri.UnescapeDataString(GraphJsonWriter.WebUrl(tenant, item));
        lean["fileSystemInfo"] = new JsonObject { ["createdDateTime"] = GraphJsonWriter.Time(item.Created), ["lastModifiedDateTime"] = GraphJsonWriter.Time(item.Modified) };
        return new(lean, IndexedItem.Of(tenant, item));
    }

    private static IEnumerable<SearchCandidate> ListItems(GraphCall call, GraphList list) => list.Items
        .Where(item => call.IsGranted(call.Tenant.Sites[list.SiteId]) && (call.Caller.UserId is not { } user || call.Tenant.MayRead(user, list, item)))
        .Select(item => ListItem(call.Tenant.Sites[list.SiteId], list, item));

    private static SearchCandidate ListItem(GraphSite site, GraphList list, GraphListItem item)
    {
        string address = $"{site.WebUrl}/Lists/{list.Title}/{item.Id}_.000";
        JsonObject resource = Resource("listItem", item.UniqueId, address);
        resource["parentReference"] = new JsonObject { ["siteId"] = list.SiteId };
        resource["sharepointIds"] = new JsonObject { ["listId"] = list.Id, ["listItemId"] = item.Id.ToString(CultureInfo.InvariantCulture) };
        resource["fields"] = new JsonObject(item.Fields.Select(field => KeyValuePair.Create(field.Key, JsonNode.Parse(field.Value))));
        string title = resource["fields"]!["Title"]?.ToString() ?? string.Empty;
        return new(resource, Known(string.Join(' ', item.Fields.Values), title, address, site));
    }

    private static SearchCandidate List(GraphTenant tenant, GraphList list)
    {
        GraphSite site = tenant.Sites[list.SiteId];
        JsonObject resource = Resource("list", list.Id, $"{site.WebUrl}/Lists/{list.Title}");
        resource["name"] = list.Title;
        resource["displayName"] = list.Title;
        resource["parentReference"] = new JsonObject { ["siteId"] = list.SiteId };
        return new(resource, Known(list.Title, list.Title, resource["webUrl"]!.GetValue<string>(), site));
    }

    private static SearchCandidate Drive(GraphTenant tenant, GraphDrive drive)
    {
        GraphSite site = tenant.Sites[drive.SiteId];
        JsonObject resource = Resource("drive", drive.Id, $"{site.WebUrl}/{drive.Title}");
        resource["name"] = drive.Title;
        resource["parentReference"] = new JsonObject { ["siteId"] = drive.SiteId };
        return new(resource, Known(drive.Title, drive.Title, resource["webUrl"]!.GetValue<string>(), site));
    }

    private static SearchCandidate Site(GraphSite site)
    {
        JsonObject resource = GraphJsonWriter.Site(site);
        resource["@odata.type"] = "#microsoft.graph.site";
        return new(resource, Known(site.Title, site.Title, site.WebUrl, site));
    }

    private static JsonObject Resource(string type, string id, string address) => new()
    {
        ["@odata.type"] = $"#microsoft.graph.{type}",
        ["id"] = id,
        ["webUrl"] = address,
        ["createdDateTime"] = "2026-01-01T08:00:00Z",
        ["lastModifiedDateTime"] = "2026-11-01T08:00:00Z",
    };

    private static KqlDocument Known(string text, string title, string path, GraphSite site) => new(text, new Dictionary<string, string>
    {
        ["title"] = title,
        ["path"] = path,
        ["site"] = site.WebUrl,
        ["isdocument"] = "0",
        ["iscontainer"] = "0",
        ["lastmodifiedtime"] = "2026-11-01T08:00:00Z",
        ["created"] = "2026-01-01T08:00:00Z",
    });
}
