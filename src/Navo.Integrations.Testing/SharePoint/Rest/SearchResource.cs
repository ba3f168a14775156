using System.Text;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Kql;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>The search: what an application finds is not trimmed, what a user finds is.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/resources/search-api-overview"/>.</remarks>
internal static class SearchResource
{
    private const int DefaultSize = 25;
    private const int MaxSize = 500;
    private const string Region = "NAM";
    private static readonly string[] Sortable = ["lastmodifiedtime", "created", "size", "filename", "title"];

    public static GraphAnswer Answer(GraphCall call)
    {
        JsonObject request = call.ReadBody()["requests"] is JsonArray and [JsonObject only] ? only : throw GraphError.Invalid("One request at a time.");
        RequireRegion(call, request);
        int from = Number(request, "from") ?? 0;
        int size = Number(request, "size") ?? DefaultSize;
        if (from < 0 || size is < 1 or > MaxSize)
        {
            throw GraphError.Invalid("from or size is out of range.");
        }

        string text = request["query"]?["queryString"]?.GetValue<string>() ?? throw GraphError.Invalid("query is missing.");
        KqlTerm query = KqlParser.Parse(text);
        SearchCandidate[] found = [.. Sorted(Filtered(Candidates(call, request, text).Where(candidate => KqlEvaluator.Matches(query, candidate.Document)), request), request)];
        SearchCandidate[] page = [.. found.Skip(from).Take(Math.Min(size, call.Server.MaxPageSize ?? size))];
        JsonObject container = new()
        {
            ["hits"] = new JsonArray([.. page.Select((hit, i) => SearchHitJson.Of(hit, from + i + 1, query))]),
            ["total"] = found.Length,
            ["moreResultsAvailable"] = from + page.Length < found.Length,
        };
        if (request["aggregations"] is JsonArray aggregations)
        {
            container["aggregations"] = new JsonArray([.. aggregations.Select(aggregation => (JsonNode)Aggregate(aggregation!, found))]);
        }

        return GraphAnswer.Ok(new JsonObject
        {
            ["value"] = new JsonArray(new JsonObject
            {
                ["searchTerms"] = new JsonArray([.. KqlEvaluator.WordsOf(query).Select(word => (JsonNode)word)]),
                ["hitsContainers"] = new JsonArray(container),
            }),
        });
    }

    private static void RequireRegion(GraphCall call, JsonObject request)
    {
        string? region = request["region"]?.GetValue<string>();
        if (call.Caller.IsApplication ? region != Region : region is not null)
        {
            throw GraphError.Invalid(call.Caller.IsApplication
                ? $"SearchRequest Invalid (Region is required when request with application permission. Only valid regions are {Region}.)"
                : "SearchRequest Invalid (Region is not supported when request with delegated permission.)");
        }

        if (call.Server.SelectedSites is not null)
        {
            throw GraphError.Denied();
        }
    }

    private static IEnumerable<SearchCandidate> Candidates(GraphCall call, JsonObject request, string query)
    {
        string[] types = [.. (request["entityTypes"] as JsonArray ?? []).Select(type => type!.GetValue<string>())];
        return types.Length == 0 || (types.Contains("drive") && query.Trim() == "*")
            ? throw GraphError.Invalid("The entity types are missing, or a drive is searched for by everything.")
            : types.SelectMany(type => SearchCandidates.Of(call, type));
    }

    /// <summary>Keeps what is in a bucket of an earlier answer: <c>FileType:"token"</c>, or <c>FileType:or("token","token")</c>.</summary>
    private static IEnumerable<SearchCandidate> Filtered(IEnumerable<SearchCandidate> found, JsonObject request) =>
        (request["aggregationFilters"] as JsonArray ?? []).Select(filter => filter!.GetValue<string>().Split(':', 2)).Aggregate(found, (left, filter) => filter is [var field, var tokens]
            ? left.Where(candidate => tokens.Contains(BucketToken(candidate[field]), StringComparison.Ordinal))
            : throw GraphError.Invalid("An aggregation filter names no field."));

    private static IEnumerable<SearchCandidate> Sorted(IEnumerable<SearchCandidate> found, JsonObject request)
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

        string Key(SearchCandidate hit) => hit[name].PadLeft(name == "size" ? 20 : 0, '0');
        return sort["isDescending"]?.GetValue<bool>() is true ? found.OrderByDescending(Key, StringComparer.Ordinal) : found.OrderBy(Key, StringComparer.Ordinal);
    }

    private static JsonObject Aggregate(JsonNode option, IEnumerable<SearchCandidate> found)
    {
        string field = option["field"]!.GetValue<string>();
        var buckets = found.GroupBy(hit => hit[field]).Where(bucket => bucket.Key.Length > 0).OrderByDescending(bucket => bucket.Count()).ThenBy(bucket => bucket.Key, StringComparer.Ordinal);
        return new()
        {
            ["field"] = field,
            ["buckets"] = new JsonArray([.. buckets.Take(Number(option, "size") ?? int.MaxValue).Select(bucket => (JsonNode)new JsonObject
            {
                ["key"] = bucket.Key,
                ["count"] = bucket.Count(),
                ["aggregationFilterToken"] = BucketToken(bucket.Key),
            })]),
        };
    }

    private static string BucketToken(string key) => $"\"ǂǂ{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(key))}\"";

    private static int? Number(JsonNode node, string name) => node[name]?.GetValue<int>();
}
