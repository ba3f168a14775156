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
        map.Get("/pages", Pages);
        map.Get("/pages/{id}", call => Single(call, SimulatedContentType.Page));
        map.Get("/blogposts/{id}", call => Single(call, SimulatedContentType.BlogPost));
        NodeResources.Map(map);
        map.Get("/spaces/{spaceId}/pages", SpacePages);
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

    public static Answer List(SimulatedCall call, IEnumerable<SimulatedContent> pages)
    {
        var statuses = call.QueryList("status") is { Count: > 0 } given ? given : ["current", "archived"];
        var title = call.Query("title");
        var kept = pages.Where(p => statuses.Contains(p.Status, StringComparer.Ordinal) && (title is null || p.Title == title)).ToList();
        return Envelope.V2(call, Paging.ByCursor(call, kept, DefaultLimit, MaxLimit), page => WithBody(call, page));
    }

    private static Answer Pages(SimulatedCall call)
    {
        var ids = call.QueryList("id");
        var spaces = call.QueryList("space-id");
        return List(call, call.Visible().Where(c => c.Type is SimulatedContentType.Page
            && (ids.Count == 0 || ids.Contains(ContentV2Json.Id(c.Id), StringComparer.Ordinal))
            && (spaces.Count == 0 || spaces.Contains(ContentV2Json.Id(call.SpaceOf(c).Id), StringComparer.Ordinal))));
    }

    private static Answer SpacePages(SimulatedCall call)
    {
        var space = SpaceResources.Require(call);
        return List(call, call.Visible().Where(c => c.Type is SimulatedContentType.Page && c.SpaceKey == space.Key));
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
