using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>A comment on a page or blog post, or a reply to one.</summary>
public sealed record ContentComment
{
    /// <summary>Its id.</summary>
    public required ContentId Id { get; init; }

    /// <summary>The comment that it replies to; null where it begins a thread.</summary>
    public ContentId? ParentId { get; init; }

    /// <summary>How many comments stand above it in its thread; 0 where it begins one.</summary>
    public required int Depth { get; init; }

    /// <summary>Where it stands.</summary>
    public required CommentPlacement Placement { get; init; }

    /// <summary>Who wrote it; null where the source does not say, as when the first version of an edited comment was removed.</summary>
    public PersonRef? Author { get; init; }

    /// <summary>When it was written; null where the source does not say.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The text as GitHub-flavoured Markdown.</summary>
    public required string Markdown { get; init; }

    /// <summary>The text without markup.</summary>
    public required string PlainText { get; init; }

    /// <summary>What the comment holds and the text does not.</summary>
    public IReadOnlyList<ContentLoss> Losses { get; init; } = [];

    /// <summary>The passage that an inline comment was made on, as it read then; null for others, and for replies where the source names it at the first comment only.</summary>
    public string? AnchorQuote { get; init; }

    /// <summary>What became of it.</summary>
    public required CommentResolution Resolution { get; init; }

    /// <summary>Its address for people.</summary>
    public Uri? WebAddress { get; init; }
}
