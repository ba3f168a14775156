using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Confluence.Rest;

namespace Navo.Integrations.Testing.Confluence.DataCenter;

/// <summary>Comments: those directly on a content, or with <c>depth=all</c> the replies too, in one flat list.</summary>
internal static class CommentResources
{
    private const int MaxLimit = 200;

    public static void Map(RouteMap map) => map.Get("/content/{id}/child/comment", call =>
    {
        var above = call.Content();
        var locations = call.QueryList("location");
        var deep = call.Query("depth") is "all";
        var all = call.Visible()
            .Where(c => c.Type is SimulatedContentType.Comment && c.Status is "current" && IsBelow(call, c, above, deep)
                && (locations.Count == 0 || locations.Contains(LocationOf(c), StringComparer.Ordinal)))
            .OrderByDescending(c => c.Id)                                  // replies before what they reply to: the order says nothing
            .ToList();
        var page = Paging.ByOffset(call, all, 25, MaxLimit);
        var expand = ContentJson.Expansions(call);
        return Answer.Ok(Envelope.Offset(call, page, page.Items.Select(c => ContentJson.Of(call, c, expand)), all.Count));
    });

    public static string LocationOf(SimulatedContent comment) => comment.Passage switch
    {
        null => "footer",
        { Resolution: "resolved" } => "resolved",
        _ => "inline",
    };

    private static bool IsBelow(SimulatedCall call, SimulatedContent comment, SimulatedContent above, bool deep) =>
        deep ? call.Access.Ancestors(comment).Any(a => a.Id == above.Id) : comment.ParentId == above.Id;
}
