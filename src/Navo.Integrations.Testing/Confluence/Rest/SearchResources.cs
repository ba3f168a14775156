using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Cql;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>Search by CQL. Hits are contents only; the real search also returns spaces and people.</summary>
internal static class SearchResources
{
    private const int DefaultLimit = 25;
    private const int MaxHits = 1000;
    private const int MaxWithBody = 50;

    public static void Map(RouteMap map)
    {
        map.Get("/search", Search);
        map.Get("/content/search", ContentSearch);
    }

    private static Answer Search(SimulatedCall call)
    {
        var query = Parse(call);
        var hits = Find(call, query);
        var page = Page(call, hits);
        var excerpt = new Excerpt(query, call.Query("excerpt") ?? "highlight");
        var body = List(call, page, page.Items.Select(h => SearchHitJson.Of(call, h.Content, excerpt)), hits.Count);
        body["cqlQuery"] = call.Query("cql");
        body["searchDuration"] = 1;
        body["archivedResultCount"] = 0;
        return Answer.Ok(body);
    }

    private static Answer ContentSearch(SimulatedCall call)
    {
        var hits = Find(call, Parse(call));
        var page = Page(call, hits);
        return Answer.Ok(List(call, page, page.Items.Select(h => ContentJson.Of(call, h.Content, ContentJson.Expansions(call))), hits.Count));
    }

    private static CqlQuery Parse(SimulatedCall call) => call.Query("cql") is { } cql
        ? CqlParser.Parse(cql)
        : throw ApiErrorException.BadRequest("The query parameter 'cql' is required");

    private static IReadOnlyList<CqlHit> Find(SimulatedCall call, CqlQuery query)
    {
        var site = call.Simulator.Site;
        var dates = new CqlDates(site.TimeProvider.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(site.TimeZoneId));
        return new CqlEvaluator(call.Access, dates, call.User, name => AccountOf(call, name)).Run(query, Searchable(call));
    }

    private static IEnumerable<SimulatedContent> Searchable(SimulatedCall call)
    {
        var archived = call.Flag("includeArchivedSpaces");
        var statuses = Statuses(call);
        return call.Visible().Where(c => statuses.Contains(c.Status, StringComparer.Ordinal) && (archived || call.SpaceOf(c).Status is "current")).Select(c => AsIndexed(call, c)).OfType<SimulatedContent>();
    }

    /// <summary>The content as the index has it; null where it does not know it yet.</summary>
    private static SimulatedContent? AsIndexed(SimulatedCall call, SimulatedContent content)
    {
        var indexed = call.Simulator.Site.TimeProvider.GetUtcNow() - call.Simulator.Quirks.IndexLag;
        if (call.Simulator.Quirks.IndexLag <= TimeSpan.Zero || content.Latest.When <= indexed)
        {
            return content;
        }

        var versions = content.Versions.Where(v => v.When <= indexed).ToImmutableArray();
        return versions.IsEmpty ? null : content with { Versions = versions };
    }

    private static string[] Statuses(SimulatedCall call)
    {
        try
        {
            return call.Query("cqlcontext") is { } context && JsonNode.Parse(context)?["contentStatuses"] is JsonArray statuses
                ? [.. statuses.Select(s => s?.ToString() ?? "")]
                : ["current"];
        }
        catch (JsonException)
        {
            throw ApiErrorException.BadRequest("Could not parse cqlcontext");
        }
    }

    private static string? AccountOf(SimulatedCall call, string name) => call.IsDataCenter
        ? call.State.Users.Values.FirstOrDefault(u => u.Username == name || u.UserKey == name)?.AccountId
        : name;

    private static PageSlice<CqlHit> Page(SimulatedCall call, IReadOnlyList<CqlHit> hits)
    {
        var max = call.QueryList("expand").Any(e => e.Contains("body", StringComparison.Ordinal)) ? MaxWithBody : MaxHits;
        return call.IsDataCenter
            ? Paging.ByOffset(call, hits, DefaultLimit, max)
            : Paging.ByCursor(call, hits, DefaultLimit, max);
    }

    private static JsonObject List(SimulatedCall call, PageSlice<CqlHit> page, IEnumerable<JsonObject> results, int total)
    {
        var body = call.IsDataCenter ? Envelope.Offset(call, page, results, total) : Envelope.Search(call, page, results);
        body["totalSize"] = total;
        return body;
    }
}
