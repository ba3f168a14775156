using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Confluence.Rest;

namespace Navo.Integrations.Testing.Confluence.RestV2;

/// <summary>Pages, blog posts and folders.</summary>
internal static class PageResources
{
    private const int DefaultLimit = 25;
    private const int MaxLimit = 250;

    public static void Map(RouteMap map)
    {
        map.Get("/pages", call => Listed(call, SimulatedContentType.Page));
        map.Get("/pages/{id}", call => Single(call, SimulatedContentType.Page));
        map.Get("/blogposts/{id}", call => Single(call, SimulatedContentType.BlogPost));
        NodeResources.Map(map);
        map.Get("/blogposts", call => Listed(call, SimulatedContentType.BlogPost));
        map.Get("/spaces/{spaceId}/pages", call => InSpace(call, SimulatedContentType.Page));
        map.Get("/spaces/{spaceId}/blogposts", call => InSpace(call, SimulatedContentType.BlogPost));
    }

    /// <summary>The content of the route's id if it is of this type and visible.</summary>
    public static SimulatedContent Require(SimulatedCall call, SimulatedContentType type)
    {
        if (ContentNames.ParseId(call.Route("id")) is null)
        {
            throw ApiErrorException.BadRequest("Provided value for 'id' is not the correct type. Expected type is long.");
        }

        var found = call.FindVisible(call.Route("id"));
        return found?.Type == type ? found : throw ApiErrorException.NotFound("Not Found");
    }

    private static Answer List(SimulatedCall call, SimulatedContentType type, Func<SimulatedContent, bool> wanted)
    {
        string[] usual = type is SimulatedContentType.Page ? ["current", "archived"] : ["current"];
        var statuses = call.QueryList("status") is { Count: > 0 } given ? given : usual;
        var title = call.Query("title");
        var kept = call.Visible().Where(p => p.Type == type && wanted(p) && statuses.Contains(p.Status, StringComparer.Ordinal) && (title is null || p.Title == title));
        return Envelope.V2(call, Paging.ByCursor(call, Sorted(call, kept), DefaultLimit, MaxLimit), page => WithBody(call, page));
    }

    private static List<SimulatedContent> Sorted(SimulatedCall call, IEnumerable<SimulatedContent> contents)
    {
        var sort = call.Query("sort") ?? "id";
        var ascending = sort.TrimStart('-') switch
        {
            "id" => contents.OrderBy(c => c.Id),
            "created-date" => contents.OrderBy(c => c.Versions[0].When).ThenBy(c => c.Id),
            "modified-date" => contents.OrderBy(c => c.Latest.When).ThenBy(c => c.Id),
            "title" => contents.OrderBy(c => c.Title, StringComparer.Ordinal).ThenBy(c => c.Id),
            _ => throw ApiErrorException.BadRequest("Provided value for 'sort' is not valid."),
        };
        return sort.StartsWith('-') ? [.. ascending.Reverse()] : [.. ascending];
    }

    private static Answer Listed(SimulatedCall call, SimulatedContentType type)
    {
        var ids = call.QueryList("id");
        var spaces = call.QueryList("space-id");
        return List(call, type, c => (ids.Count == 0 || ids.Contains(ContentV2Json.Id(c.Id), StringComparer.Ordinal))
            && (spaces.Count == 0 || spaces.Contains(ContentV2Json.Id(call.SpaceOf(c).Id), StringComparer.Ordinal)));
    }

    private static Answer InSpace(SimulatedCall call, SimulatedContentType type)
    {
        var space = SpaceResources.Require(call);
        return List(call, type, c => c.SpaceKey == space.Key && !call.Simulator.Quirks.MissingFromLists.Contains(c.Id));
    }

    private static Answer Single(SimulatedCall call, SimulatedContentType type)
    {
        var content = Require(call, type);
        var statuses = call.QueryList("status");
        if (statuses.Count > 0 ? !statuses.Contains(content.Status, StringComparer.Ordinal) : content.Status is not ("current" or "archived"))
        {
            throw ApiErrorException.NotFound("Not Found");
        }

        var version = call.Number("version", content.Latest.Number, 1, int.MaxValue);
        var shown = content.Versions.Where(v => v.Number <= version).ToList();
        if (shown.Count == 0 || shown[^1].Number != version)
        {
            throw ApiErrorException.NotFound("Not Found");
        }

        var json = WithBody(call, content with { Versions = [.. shown] });
        if (call.Flag("include-labels"))
        {
            json["labels"] = new JsonObject
            {
                ["results"] = new JsonArray([.. content.Labels.Select(LabelJson.V2)]),
                ["meta"] = new JsonObject { ["hasMore"] = false, ["cursor"] = "" },
                ["_links"] = new JsonObject { ["self"] = $"/wiki/api/v2/pages/{content.Id}/labels" },
            };
        }

        return Answer.Ok(json);
    }

    private static JsonObject WithBody(SimulatedCall call, SimulatedContent content)
    {
        var json = ContentV2Json.Of(call, content);
        json["body"] = call.Query("body-format") is { } format ? ContentV2Json.Body(content.Latest, format) : new JsonObject();
        return json;
    }
}
