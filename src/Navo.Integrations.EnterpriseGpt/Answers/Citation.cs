using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What a marker of an answer stands for, with the words that support it.</summary>
public sealed record Citation
{
    /// <summary>The number within the markers.</summary>
    public required int Number { get; init; }

    /// <summary>The integration.</summary>
    public required IntegrationName Source { get; init; }

    /// <summary>The item.</summary>
    public required ContentId Id { get; init; }

    /// <summary>The item's title.</summary>
    public required string Title { get; init; }

    /// <summary>The headings above the passage, the outermost first.</summary>
    public IReadOnlyList<string> HeadingPath { get; init; } = [];

    /// <summary>
    /// The page or slide where the content names one, for example <c>Slide 3</c>; of a spreadsheet the rows of the quotes, for example <c>Budget!A5:C5</c>, their table where rows were left
    /// out of it, or the sheet; else null.
    /// </summary>
    public string? Location { get; init; }

    /// <summary>The item's version that was read.</summary>
    public required string Version { get; init; }

    /// <summary>The item's address for people, with the heading's anchor where it has one; null where the source gives none.</summary>
    public Uri? Address { get; init; }

    /// <summary>Where nearly the same text stands as well, such as the page as a file; the words of the citation are of this item alone.</summary>
    public IReadOnlyList<CitedAlternative> Alternatives { get; init; } = [];

    /// <summary>When the item was changed last.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The time since then when the answer was given.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>The places of the item that support sentences of the answer; at least one.</summary>
    public required IReadOnlyList<CitedQuote> Quotes { get; init; }
}
