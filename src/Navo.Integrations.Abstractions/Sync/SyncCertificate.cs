namespace Navo.Integrations.Abstractions;

/// <summary>
/// What a run can prove of one partition. Every item seen is told, unchanged or skipped: <c>Seen = Told + Unchanged + Skipped</c>, where the mode tells everything.
/// </summary>
public sealed record SyncCertificate
{
    /// <summary>The partition.</summary>
    public required string Partition { get; init; }

    /// <summary>Its name for people.</summary>
    public string? Title { get; init; }

    /// <summary>What came of it.</summary>
    public required PartitionOutcome Outcome { get; init; }

    /// <summary>Whether all of it was enumerated, and not its changes alone.</summary>
    public bool IsEnumeration { get; init; }

    /// <summary>How many items the source says it has when asked apart from the enumeration; null where it does not say.</summary>
    public long? Expected { get; init; }

    /// <summary>The items seen, each counted once a page.</summary>
    public long Seen { get; init; }

    /// <summary>The items of which something was told: new, changed, moved or with other access.</summary>
    public long Told { get; init; }

    /// <summary>The items that the copy has already as they are.</summary>
    public long Unchanged { get; init; }

    /// <summary>The deletions told.</summary>
    public long Deleted { get; init; }

    /// <summary>The deletions that were not told because they pass the budget.</summary>
    public long DeletionsHeld { get; init; }

    /// <summary>The items that the enumeration had missed and that were there when asked for alone.</summary>
    public long Missed { get; init; }

    /// <summary>The items that were skipped, by reason.</summary>
    public IReadOnlyDictionary<SkipReason, long> Skipped { get; init; } = new Dictionary<SkipReason, long>();

    /// <summary>The error that ended it; null where none did.</summary>
    public IntegrationException? Error { get; init; }
}
