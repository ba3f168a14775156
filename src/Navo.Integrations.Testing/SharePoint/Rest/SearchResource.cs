using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Kql;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>The search: what an application finds is not trimmed, what a user finds is.</summary>
internal static class SearchResource
{
    private const int MaxSize = 500;
    private static readonly string[] Sortable = ["lastmodifiedtime", "created", "size", "filename", "title"];

    public static GraphAnswer Answer(GraphCall call)
    {
        JsonObject request = call.ReadBody()["requests"] is JsonArray and [JsonObject only] ? only : throw GraphError.Invalid("One request at a time.");
        RequireRegion(call, request);
        string kind = request["entityTypes"] is JsonArray and [JsonNode type] ? type.GetValue<string>() : throw GraphError.Invalid("One entity type.");
        KqlTerm query = KqlParser.Parse(request["query"]?["queryString"]?.GetValue<string>() ?? throw GraphError.Invalid("query is missing."));
        int from = request["from"]?.GetValue<int>() ?? 0;
        int size = request["size"]?.GetValue<int>() ?? 25;
        if (from < 0 || size is < 1 or > MaxSize)
        {
            throw GraphError.Invalid("from or size is out of range.");
        }

        List<(JsonObject Resource, KqlDocument Document)> found = [.. Sorted(Candidates(call, kind).Where(candidate => KqlEvaluator.Matches(query, candidate.Document)), request)];
        JsonObject[] hits = [.. found.Skip(from).Take(Math.Min(size, call.Server.MaxPageSize ?? size)).Select((hit, i) => Hit(hit, from + i + 1, query))];
        JsonObject container = new()
        {
            ["hits"] = new JsonArray(hits),
            ["total"] = found.Count,
            ["moreResultsAvailable"] = from + hits.Length < found.Count,
        };
        if (request["aggregations"] is JsonArray aggregations)
        {
            container["aggregations"] = new JsonArray([.. aggregations.Select(aggregation => (JsonNode)Aggregate(aggregation!["field"]!.GetValue<string>(), found))]);
        }

        return GraphAnswer.Ok(new JsonObject { ["value"] = new JsonArray(new JsonObject { ["searchTerms"] = new JsonArray(), ["hitsContainers"] = new JsonArray(container) }) });
    }

    private static void RequireRegion(GraphCall call, JsonObject request)
    {
        string? region = request["region"]?.GetValue<string>();
        if (call.Caller.IsApplication ? region != "NAM" : region is not null)
        {
            throw GraphError.Invalid(call.Caller.IsApplication ? "Region is required when request with application permission. Valid regions are NAM." : "Region is not supported when request with delegated permission.");
        }

        if (call.Server.SelectedSites is not null)
        {
            throw GraphError.Denied();
        }
    }

    private static IEnumerable<(JsonObject Resource, KqlDocument Document)> Candidates(GraphCall call, string kind) => kind switch
    {
        "driveItem" => call.Tenant.Items.Values.Where(item => item.ParentId is not null && call.Sees(item)).OrderBy(item => item.Id, StringComparer.Ordinal).Select(item => (Resource(call.Tenant, item), Document(call.Tenant, item))),
        "listItem" => call.Tenant.Lists.Values.OrderBy(list => list.Id, StringComparer.Ordinal).SelectMany(list => list.Items.Where(item => call.Caller.IsApplication || call.Tenant.MayRead(call.Caller.UserId!, list, item)).Select(item => (Resource(call.Tenant, list, item), Document(call.Tenant, list, item)))),
        "site" => call.Tenant.Sites.Values.OrderBy(site => site.Id, StringComparer.Ordinal).Select(site => (Resource(site), new KqlDocument(site.Title, new Dictionary<string, string> { ["title"] = site.Title, ["path"] = site.WebUrl }))),
        _ => throw GraphError.Invalid("The entity type is not supported."),
    };

    private static JsonObject Resource(GraphTenant tenant, GraphItem item)
    {
        JsonObject json = GraphJsonWriter.Item(tenant, item);
        json["@odata.type"] = "#microsoft.graph.driveItem";
        json["parentReference"]!.AsObject().Remove("path");
        return json;
    }

    private static JsonObject Resource(GraphTenant tenant, GraphList list, GraphListItem item) => new()
    {
        ["@odata.type"] = "#microsoft.graph.listItem",
        ["id"] = item.UniqueId,
        ["webUrl"] = $"{tenant.Sites[list.SiteId].WebUrl}/Lists/{Uri.EscapeDataString(list.Title)}/{item.Id}_.000",
        ["lastModifiedDateTime"] = "2026-11-01T08:00:00Z",
        ["parentReference"] = new JsonObject { ["siteId"] = list.SiteId },
        ["sharepointIds"] = new JsonObject { ["listId"] = list.Id, ["listItemId"] = item.Id.ToString(CultureInfo.InvariantCulture) },
    };

    private static JsonObject Resource(GraphSite site)
    {
        JsonObject json = GraphJsonWriter.Site(site);
        json["@odata.type"] = "#microsoft.graph.site";
        return json;
    }

    private static KqlDocument Document(GraphTenant tenant, GraphItem item)
    {
        string text = item.IsFolder ? string.Empty : Encoding.UTF8.GetString(item.Latest.Bytes.AsSpan());
        string extension = Path.GetExtension(item.Name).TrimStart('.').ToLowerInvariant();
        GraphUser? author = item.AuthorId is { } id ? tenant.Users.GetValueOrDefault(id) : null;
        return new(text, new Dictionary<string, string>
        {
            ["title"] = Path.GetFileNameWithoutExtension(item.Name),
            ["filename"] = item.Name,
            ["filetype"] = extension,
            ["fileextension"] = extension,
            ["path"] = Uri.UnescapeDataString(GraphJsonWriter.WebUrl(tenant, item)),
            ["author"] = author?.DisplayName ?? string.Empty,
            ["authorowsuser"] = $"{author?.UserPrincipalName} | {author?.DisplayName}",
            ["size"] = (item.IsFolder ? 0 : item.Latest.Bytes.Length).ToString(CultureInfo.InvariantCulture),
            ["created"] = GraphJsonWriter.Time(item.Created),
            ["lastmodifiedtime"] = GraphJsonWriter.Time(item.Modified),
            ["isdocument"] = item.IsFolder ? "0" : "1",
            ["iscontainer"] = item.IsFolder ? "1" : "0",
            ["compliancetag"] = item.RetentionLabel ?? string.Empty,
            ["contenttype"] = item.IsFolder ? "Folder" : "Document",
        });
    }

    private static KqlDocument Document(GraphTenant tenant, GraphList list, GraphListItem item)
    {
        string text = string.Join(' ', item.Fields.Values);
        return new(text, new Dictionary<string, string> { ["title"] = item.Fields.GetValueOrDefault("Title", string.Empty), ["path"] = $"{tenant.Sites[list.SiteId].WebUrl}/Lists/{list.Title}/{item.Id}_.000", ["isdocument"] = "0", ["iscontainer"] = "0" });
    }

    private static IEnumerable<(JsonObject Resource, KqlDocument Document)> Sorted(IEnumerable<(JsonObject Resource, KqlDocument Document)> found, JsonObject request)
    {
        if (request["sortProperties"] is not (JsonArray and [JsonObject sort, ..]))
        {
            return found;
        }

        string name = sort["name"]!.GetValue<string>().ToLowerInvariant();
        if (!Sortable.Contains(name))
        {
            throw GraphError.Invalid($"The property {name} is not sortable.");
        }

        string Key((JsonObject Resource, KqlDocument Document) hit) => hit.Document.Properties.GetValueOrDefault(name, string.Empty).PadLeft(name == "size" ? 20 : 0, '0');
        return sort["isDescending"]?.GetValue<bool>() is true ? found.OrderByDescending(Key, StringComparer.Ordinal) : found.OrderBy(Key, StringComparer.Ordinal);
    }

    private static JsonObject Hit((JsonObject Resource, KqlDocument Document) hit, int rank, KqlTerm query) => new()
    {
        ["hitId"] = hit.Resource["id"]!.GetValue<string>(),
        ["rank"] = rank,
        ["summary"] = Summary(hit.Document.Text, [.. KqlEvaluator.WordsOf(query)]),
        ["resource"] = hit.Resource.DeepClone(),
    };

    private static string Summary(string text, string[] words)
    {
        string[] first = [.. text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Take(30)];
        IEnumerable<string> marked = first.Select(word => KqlEvaluator.Tokens(word).Any(token => words.Contains(token)) ? $"<c0>{WebUtility.HtmlEncode(word)}</c0>" : WebUtility.HtmlEncode(word));
        return string.Join(' ', marked) + (first.Length == 30 ? " <ddd/>" : string.Empty);
    }

    private static JsonObject Aggregate(string field, IEnumerable<(JsonObject Resource, KqlDocument Document)> found) => new()
    {
        ["field"] = field,
        ["buckets"] = new JsonArray([.. found.GroupBy(hit => hit.Document.Properties.GetValueOrDefault(field.ToLowerInvariant(), string.Empty)).OrderByDescending(bucket => bucket.Count()).ThenBy(bucket => bucket.Key, StringComparer.Ordinal).Select(bucket => (JsonNode)new JsonObject
        {
            ["key"] = bucket.Key,
            ["count"] = bucket.Count(),
            ["aggregationFilterToken"] = $"\"{bucket.Key}\"",
        })]),
    };
}
