using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Confluence.Rest;

namespace Navo.Integrations.Testing.Confluence.RestV2;

/// <summary>Footer and inline comments: threads by their beginnings, replies one level at a time.</summary>
internal static class CommentResources
{
    public static void Map(RouteMap map)
    {
        foreach (bool inline in (bool[])[false, true])
        {
            string kind = inline ? "inline-comments" : "footer-comments";
            map.Get($"/pages/{{id}}/{kind}", call => Below(call, PageResources.Require(call, SimulatedContentType.Page), inline));
            map.Get($"/blogposts/{{id}}/{kind}", call => Below(call, PageResources.Require(call, SimulatedContentType.BlogPost), inline));
            map.Get($"/{kind}/{{id}}", call => Answer.Ok(Of(call, Require(call, inline))));
            map.Get($"/{kind}/{{id}}/children", call => Below(call, Require(call, inline), inline));
            map.Get($"/{kind}/{{id}}/versions/{{number}}", call => VersionResources.Single(call, Require(call, inline)));
        }
    }

    private static SimulatedContent Require(SimulatedCall call, bool inline)
    {
        var comment = PageResources.Require(call, SimulatedContentType.Comment);
        return comment.Passage is not null == inline ? comment : throw ApiErrorException.NotFound("Not Found");
    }

    private static Answer Below(SimulatedCall call, SimulatedContent above, bool inline)
    {
        List<SimulatedContent> comments =
        [
            .. call.Visible().Where(c => c.ParentId == above.Id && c.Type is SimulatedContentType.Comment && c.Status is "current" && c.Passage is not null == inline),
        ];
        return Envelope.V2(call, Paging.ByCursor(call, comments, 25, 250), c => Of(call, c));
    }

    private static JsonObject Of(SimulatedCall call, SimulatedContent comment)
    {
        var parent = call.State.Contents.GetValueOrDefault(comment.ParentId ?? 0);
        var member = parent?.Type switch
        {
            SimulatedContentType.Comment => "parentCommentId",
            SimulatedContentType.BlogPost => "blogPostId",
            _ => "pageId",
        };
        var json = new JsonObject
        {
            ["id"] = ContentNames.IdOf(comment),
            ["status"] = comment.Status,
            ["title"] = comment.Title,
            [member] = ContentV2Json.Id(comment.ParentId ?? 0),
            ["version"] = ContentV2Json.Version(comment.Latest),
            ["body"] = ContentV2Json.Body(comment.Latest, call.Query("body-format") ?? "storage"),
            ["_links"] = new JsonObject { ["webui"] = ContentLinks.WebUi(call, comment) },
        };
        if (comment.Passage is { } passage)
        {
            json["resolutionStatus"] = passage.Resolution;
            json["properties"] = new JsonObject { ["inlineMarkerRef"] = $"marker-{comment.Id}", ["inlineOriginalSelection"] = passage.Text };
        }

        return json;
    }
}
