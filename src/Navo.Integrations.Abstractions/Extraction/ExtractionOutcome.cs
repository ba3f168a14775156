namespace Navo.Integrations.Abstractions;

/// <summary>The text of a file, or the reason why there is none or not all of it.</summary>
public sealed record ExtractionOutcome
{
    /// <summary>How the extraction ended.</summary>
    public required ExtractionStatus Status { get; init; }

    /// <summary>Whether the text is all that the file holds. False as well where <see cref="Markdown"/> has a part of it.</summary>
    public bool IsComplete => Status is ExtractionStatus.Extracted or ExtractionStatus.NothingToExtract;

    /// <summary>What happened and what to do, in a sentence; empty for <see cref="ExtractionStatus.Extracted"/>.</summary>
    public string Detail { get; init; } = string.Empty;

    /// <summary>The media type that the bytes are, as far as they tell; <c>application/octet-stream</c> where they do not.</summary>
    public required string MediaType { get; init; }

    /// <summary>The media type that was declared, or that the file name stands for; null where neither says anything.</summary>
    public string? DeclaredMediaType { get; init; }

    /// <summary>Whether the bytes are of another type than declared.</summary>
    public bool IsDeclaredTypeWrong { get; init; }

    /// <summary>The text as GitHub-flavoured Markdown; empty where there is none.</summary>
    public string Markdown { get; init; } = string.Empty;

    /// <summary>The text without markup.</summary>
    public string PlainText { get; init; } = string.Empty;

    /// <summary>The parts of the text in order, with where in the file each comes from: what a citation points to.</summary>
    public IReadOnlyList<ExtractedBlock> Blocks { get; init; } = [];

    /// <summary>The links in the text, in order. None was followed.</summary>
    public IReadOnlyList<ContentLink> Links { get; init; } = [];

    /// <summary>What the file holds and the text does not show in full.</summary>
    public IReadOnlyList<ContentLoss> Losses { get; init; } = [];

    /// <summary>What the file says about itself.</summary>
    public DocumentProperties Properties { get; init; } = DocumentProperties.None;
}
