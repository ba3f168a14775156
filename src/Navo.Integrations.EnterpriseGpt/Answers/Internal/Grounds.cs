using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>What an answer can rest on.</summary>
internal sealed record Grounds
{
    public required string Question { get; init; }

    public required FoundItems Found { get; init; }

    public required ReadItems Read { get; init; }

    /// <summary>The passages that may go to the model, best first.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>Other places of the passages' items that the reader may see.</summary>
    public required ILookup<ItemKey, SearchHit> Alternatives { get; init; }

    /// <summary>Each passage that was chosen, the refused ones too, with the decision about it.</summary>
    public required IReadOnlyList<AnswerRecordPassage> Decided { get; init; }

    /// <summary>The items of which it could not be established, right before the answer, whether the reader may see them.</summary>
    public required IReadOnlyList<ItemKey> Undecided { get; init; }

    /// <summary>What is suspicious among them, by item.</summary>
    public required IReadOnlyDictionary<ItemKey, string> Suspicious { get; init; }
}
