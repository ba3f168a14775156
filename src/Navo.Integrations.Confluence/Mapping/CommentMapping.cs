using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Comments of both editions.</summary>
internal static class CommentMapping
{
    public static ContentComment FromCloud(CommentDto comment, CommentPlacement placement, VersionDto? first, CommentRendering rendering) => Rendered(comment.Body, rendering) with
    {
        Id = new(Required.Member(comment.Id, "results[].id")),
        ParentId = comment.ParentCommentId is { Length: > 0 } parent ? new(parent) : null,
        Placement = placement,
        Author = PersonMapping.FromAccount(first?.AuthorId, rendering.Names),
        Created = first?.CreatedAt,
        Modified = comment.Version?.CreatedAt,
        AnchorQuote = placement == CommentPlacement.Inline ? comment.Properties?.InlineOriginalSelection : null,
        Resolution = ToResolution(comment.ResolutionStatus),
        WebAddress = WebAddress.Of(comment.Links, rendering.BaseAddress),
    };

    public static ContentComment FromDataCenter(ContentDto comment, CommentRendering rendering)
    {
        bool isInline = comment.Extensions?.Location is "inline" || comment.Extensions?.InlineProperties is { OriginalSelection: not null };
        return Rendered(comment.Body, rendering) with
        {
            Id = new(Required.Member(comment.Id, "results[].id")),
            ParentId = comment.Ancestors is { Count: > 0 } above ? new(Required.Member(above[^1].Id, "ancestors[].id")) : null,
            Placement = isInline ? CommentPlacement.Inline : CommentPlacement.Footer,
            Author = PersonMapping.FromUser(comment.History?.CreatedBy),
            Created = comment.History?.CreatedDate,
            Modified = comment.Version?.When,
            AnchorQuote = comment.Extensions?.InlineProperties?.OriginalSelection,
            Resolution = ToResolution(comment.Extensions?.Resolution?.Status ?? comment.Extensions?.Location),
            WebAddress = WebAddress.Of(comment.Links, rendering.BaseAddress),
        };
    }

    private static CommentResolution ToResolution(string? status) => status switch
    {
        "open" or "reopened" => CommentResolution.Open,
        "resolved" => CommentResolution.Resolved,
        "dangling" => CommentResolution.Dangling,
        _ => CommentResolution.Unknown,
    };

    /// <summary>The text; what else there is to say the caller adds.</summary>
    private static ContentComment Rendered(BodyDto? body, CommentRendering rendering)
    {
        RenderedMarkup markup = StorageMarkup.Render(Required.Member(body?.Storage?.Value, "results[].body.storage.value"), new StorageRenderContext
        {
            Title = rendering.Place.Title,
            AnchorStyle = rendering.AnchorStyle,
            UserName = id => rendering.Names.GetValueOrDefault(id),
        });
        return new()
        {
            Id = rendering.Place.Id,
            Depth = 0,
            Placement = CommentPlacement.Footer,
            Resolution = CommentResolution.Unknown,
            Markdown = markup.Markdown,
            PlainText = markup.PlainText,
            Losses = markup.Losses,
        };
    }
}
