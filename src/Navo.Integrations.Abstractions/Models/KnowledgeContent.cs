namespace Navo.Integrations.Abstractions;

/// <summary>The whole text of an item, its structure and what is known about it.</summary>
public sealed record KnowledgeContent : IServedResult
{
    /// <summary>What is known about the item.</summary>
    public required ContentMetadata Metadata { get; init; }

    /// <summary>The text as GitHub-flavoured Markdown.</summary>
    public required string Markdown { get; init; }

    /// <summary>The text without markup.</summary>
    public required string PlainText { get; init; }

    /// <summary>The sections by heading, in order; usable as targets of citations.</summary>
    public IReadOnlyList<ContentSection> Sections { get; init; } = [];

    /// <summary>The rows of spreadsheets in the text, in order; empty where the item is none.</summary>
    public IReadOnlyList<ContentCells> Cells { get; init; } = [];

    /// <summary>The links in the text, in order.</summary>
    public IReadOnlyList<ContentLink> Links { get; init; } = [];

    /// <summary>What the item shows of other items, in order. Their text is not part of <see cref="Markdown"/>, where a link stands in its place.</summary>
    public IReadOnlyList<IncludedContent> Included { get; init; } = [];

    /// <summary>The files attached to the item, where the options include them.</summary>
    public IReadOnlyList<AttachmentRef> Attachments { get; init; } = [];

    /// <summary>What the source holds and the text does not; empty when everything was carried over.</summary>
    public IReadOnlyList<ContentLoss> Losses { get; init; } = [];

    /// <summary>The version that was read.</summary>
    public required string SourceVersion { get; init; }

    /// <summary>Where the content was served from.</summary>
    public ResultOrigin Origin { get; init; }

    /// <inheritdoc />
    public IServedResult WithOrigin(ResultOrigin origin) => this with { Origin = origin };
}
