namespace Navo.Integrations.Abstractions;

/// <summary>
/// Text of another item that an item shows within its own. It is kept apart from the item's own text, because it has a source, a version and readers of its own:
/// whether a reader gets it is decided by the item that it comes from.
/// </summary>
public sealed record IncludedContent
{
    /// <summary>The title of the included item, as the including one writes it.</summary>
    public required string Title { get; init; }

    /// <summary>The key of the space of the included item, as the including one writes it; null for its own.</summary>
    public string? Container { get; init; }

    /// <summary>Whether only an excerpt is included.</summary>
    public bool IsExcerpt { get; init; }

    /// <summary>The name of the excerpt; null for the first of the item.</summary>
    public string? ExcerptName { get; init; }

    /// <summary>Where in <see cref="KnowledgeContent.Markdown"/> of the including item the text belongs, in UTF-16 characters; null within a table.</summary>
    public int? Position { get; init; }

    /// <summary>What became of it.</summary>
    public InclusionOutcome Outcome { get; init; }

    /// <summary>The included text with its source and version; present only where <see cref="Outcome"/> is <see cref="InclusionOutcome.Included"/>.</summary>
    public KnowledgeContent? Content { get; init; }
}
