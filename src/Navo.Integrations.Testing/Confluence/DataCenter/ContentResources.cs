using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Confluence.Rest;

namespace Navo.Integrations.Testing.Confluence.DataCenter;

/// <summary>Contents and what hangs on them.</summary>
internal static class ContentResources
{
    private const int MaxLimit = 200;

    public static void Map(RouteMap map)
    {
        map.Get("/content", Contents);
        map.Get("/content/scan", Scan);
        map.Get("/content/{id}/descendant/{type}", Descendants);
        map.Get("/content/{id}", call => Answer.Ok(ContentJson.Of(call, Current(call), ContentJson.Expansions(call))));
        CommentResources.Map(map);
        map.Get("/content/{id}/child/{type}", Children);
        map.Get("/content/{id}/label", Labels);
        map.Get("/content/{id}/history", call => Answer.Ok(ContentJson.History(call, Current(call))));
        map.Get("/space/{spaceKey}/content/{type}", SpaceContent);
    }

    private static SimulatedContent Current(SimulatedCall call)
    {
        var content = call.Content();
        var status = call.QueryList("status") is { Count: > 0 } given ? given : ["current"];
        if (call.Query("version") is not null && status.Contains("historical"))
        {
            return Historical(call, content);
        }

        return status.Contains("any") || status.Contains(content.Status)
            ? content
            : throw ApiErrorException.NotFound($"No content found with id: ContentId{{id={content.Id}}}");
    }

    /// <summary>An older version as a content: the newest one is not historical.</summary>
    private static SimulatedContent Historical(SimulatedCall call, SimulatedContent content)
    {
        var number = call.Number("version", 0, 1, int.MaxValue);
        return number < content.Latest.Number && content.Versions.Any(v => v.Number == number)
            ? content with { Status = "historical", Versions = [.. content.Versions.Where(v => v.Number <= number)] }
            : throw ApiErrorException.NotFound($"No content found with id: ContentId{{id={content.Id}}} and version {number}");
    }

    private static Answer Contents(SimulatedCall call)
    {
        var (type, space, title) = (call.Query("type") ?? "page", call.Query("spaceKey"), call.Query("title"));
        return List(call, c => ContentNames.TypeOf(c) == type && (space is null || c.SpaceKey == space) && (title is null || c.Title == title));
    }

    /// <summary>A list by ids, whose cursor names the last one given: nothing is lost or repeated while it shifts.</summary>
    private static Answer Scan(SimulatedCall call)
    {
        var after = call.Query("cursor") is { } cursor ? After(cursor) : 0;
        var (type, space) = (call.Query("type") ?? "page", call.Query("spaceKey"));
        var status = call.QueryList("status") is { Count: > 0 } given ? given : ["current"];
        var limit = Math.Min(call.Number("limit", 25, 1, MaxLimit), call.Simulator.MaxPageSize ?? MaxLimit);
        var rest = call.Visible().Where(c => c.Id > after && ContentNames.TypeOf(c) == type && (space is null || c.SpaceKey == space) && status.Contains(c.Status)
            && !call.Simulator.Quirks.MissingFromLists.Contains(c.Id)).OrderBy(c => c.Id).Take(limit + 1).ToList();
        var page = rest.Take(limit).ToList();
        var next = rest.Count > limit ? $"cursortype:false:{page[^1].Id}" : null;
        return Answer.Ok(Envelope.Scan(call, [.. page.Select(c => ContentJson.Of(call, c, ContentJson.Expansions(call)))], limit, next));
    }

    private static long After(string cursor) =>
        cursor.Split(':') is ["cursortype", "false", var id] && long.TryParse(id, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var after)
            ? after
            : throw ApiErrorException.BadRequest("The cursor is invalid");

    private static Answer Descendants(SimulatedCall call)
    {
        var top = Current(call);
        return List(call, c => ContentNames.TypeOf(c) == call.Route("type") && call.Access.Ancestors(c).Any(a => a.Id == top.Id));
    }

    private static Answer Children(SimulatedCall call)
    {
        var parent = Current(call);
        return List(call, c => c.ParentId == parent.Id && ContentNames.TypeOf(c) == call.Route("type"));
    }

    private static Answer SpaceContent(SimulatedCall call)
    {
        var space = SpaceResources.Require(call);
        return List(call, c => c.SpaceKey == space.Key && ContentNames.TypeOf(c) == call.Route("type"));
    }

    private static Answer List(SimulatedCall call, Func<SimulatedContent, bool> wanted)
    {
        var all = call.Visible().Where(c => c.Status is "current" && wanted(c)).ToList();
        var page = Paging.ByOffset(call, all, 25, MaxLimit);
        var expand = ContentJson.Expansions(call);
        return Answer.Ok(Envelope.Offset(call, page, page.Items.Select(c => ContentJson.Of(call, c, expand)), all.Count));
    }

    private static Answer Labels(SimulatedCall call)
    {
        var labels = Current(call).Labels;
        var page = Paging.ByOffset(call, labels, MaxLimit, MaxLimit);
        return Answer.Ok(Envelope.Offset(call, page, page.Items.Select(LabelJson.Of), labels.Length));
    }
}
