using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>What an answer can rest on.</summary>
internal sealed record Grounds
{
    public required string Question { get; init; }

    /// <summary>The hits that were allowed for the reader right before the answer, best first.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>What came of each source, as the reader may know it.</summary>
    public IReadOnlyList<SourceReport> Reports { get; init; } = [];

    /// <summary>Those of the hits whose text did not come.</summary>
    public required IReadOnlyList<UnreadItem> Unread { get; init; }

    /// <summary>The sources that failed when they were asked about permissions.</summary>
    public required IReadOnlyList<IntegrationName> Undecided { get; init; }

    /// <summary>The passages that may go to the model, best first.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>Other places of the passages' items that the reader may see.</summary>
    public required ILookup<ItemKey, SearchHit> Alternatives { get; init; }

    /// <summary>Each passage that was chosen, the refused ones too, with the decision about it.</summary>
    public required IReadOnlyList<AnswerRecordPassage> Decided { get; init; }

    /// <summary>What is suspicious among them, by item.</summary>
    public required IReadOnlyDictionary<ItemKey, string> Suspicious { get; init; }
}
