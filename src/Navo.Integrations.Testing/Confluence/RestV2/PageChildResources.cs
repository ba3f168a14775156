using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Confluence.Rest;

namespace Navo.Integrations.Testing.Confluence.RestV2;

/// <summary>What hangs on a page or blog post: tree, attachments, labels, versions, comments, permitted operations.</summary>
internal static class PageChildResources
{
    private const int DefaultDepth = 2;
    private const int MaxDepth = 10;

    public static void Map(RouteMap map)
    {
        map.Get("/pages/{id}/ancestors", call => Ancestors(call, SimulatedContentType.Page));
        map.Get("/pages/{id}/direct-children", Children);
        map.Get("/pages/{id}/descendants", Descendants);
        MapShared(map, "/pages/{id}", SimulatedContentType.Page);
        MapShared(map, "/blogposts/{id}", SimulatedContentType.BlogPost);
        map.Get("/attachments/{id}", call =>
            Answer.Ok(ContentV2Json.Attachment(call, PageResources.Require(call, SimulatedContentType.Attachment))));
        CommentResources.Map(map);
    }

    private static void MapShared(RouteMap map, string path, SimulatedContentType type)
    {
        map.Get(path + "/attachments", call => Below(call, type, SimulatedContentType.Attachment, ContentV2Json.Attachment));
        map.Get(path + "/labels", call => Listed(call, PageResources.Require(call, type).Labels, LabelJson.V2));
        map.Get(path + "/versions", call =>
            Listed(call, [.. PageResources.Require(call, type).Versions.Reverse()], ContentV2Json.Version));
        map.Get(path + "/versions/{number}", call => VersionResources.Single(call, PageResources.Require(call, type)));
        map.Get(path + "/operations", call => Operations(call, PageResources.Require(call, type)));
    }

    public static Answer Ancestors(SimulatedCall call, SimulatedContentType type)
    {
        var page = PageResources.Require(call, type);
        return Listed(call, call.Access.Ancestors(page), a => new JsonObject
        {
            ["id"] = ContentV2Json.Id(a.Id),
            ["type"] = ContentNames.TypeOf(a),
        });
    }

    private static Answer Children(SimulatedCall call)
    {
        var page = PageResources.Require(call, SimulatedContentType.Page);
        return Listed(call, [.. call.Visible().Where(c => c.ParentId == page.Id && c.IsNode)], c => Node(call, c));
    }

    private static Answer Descendants(SimulatedCall call)
    {
        var page = PageResources.Require(call, SimulatedContentType.Page);
        var depth = call.Number("depth", DefaultDepth, 1, MaxDepth);
        var nodes = call.Visible().Where(c => c.IsNode)
            .Select(c => (Content: c, Depth: Distance(call, c, page.Id)))
            .Where(n => n.Depth > 0 && n.Depth <= depth)
            .OrderBy(n => n.Depth).ToList();
        return Listed(call, nodes, n =>
        {
            var json = Node(call, n.Content);
            json["parentId"] = ContentV2Json.Id(n.Content.ParentId ?? 0);
            json["depth"] = n.Depth;
            return json;
        });
    }

    private static int Distance(SimulatedCall call, SimulatedContent content, long top)
    {
        var above = call.Access.Ancestors(content);
        var index = above.ToList().FindIndex(a => a.Id == top);
        return index < 0 ? 0 : above.Length - index;
    }

    private static JsonObject Node(SimulatedCall call, SimulatedContent content) => new()
    {
        ["id"] = ContentV2Json.Id(content.Id),
        ["status"] = content.Status,
        ["title"] = content.Title,
        ["type"] = ContentNames.TypeOf(content),
        ["spaceId"] = ContentV2Json.Id(call.SpaceOf(content).Id),
        ["childPosition"] = 0,
    };

    private static Answer Below(
        SimulatedCall call, SimulatedContentType container, SimulatedContentType type, Func<SimulatedCall, SimulatedContent, JsonObject> render)
    {
        var above = PageResources.Require(call, container);
        return Listed(call, [.. call.Visible().Where(c => c.ParentId == above.Id && c.Type == type)], c => render(call, c));
    }

    private static Answer Operations(SimulatedCall call, SimulatedContent content)
    {
        var type = ContentNames.TypeOf(content);
        var keys = call.User is null ? new[] { "read" } : ["read", "update"];
        return Answer.Ok(new JsonObject
        {
            ["operations"] = new JsonArray([.. keys.Select(k => new JsonObject { ["operation"] = k, ["targetType"] = type })]),
        });
    }

    private static Answer Listed<T>(SimulatedCall call, IReadOnlyList<T> all, Func<T, JsonObject> render) =>
        Envelope.V2(call, Paging.ByCursor(call, all, 25, 250), render);
}
