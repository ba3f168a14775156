namespace Navo.Integrations.Abstractions;

/// <summary>How a run goes about it.</summary>
public sealed record SyncOptions
{
    /// <summary>The partition under which groups stand in changes, certificates and the skip ledger. No space or drive has this name.</summary>
    public const string IdentitiesPartition = "navo:identities";

    /// <summary>What it looks at.</summary>
    public SyncMode Mode { get; init; }

    /// <summary>How many deletions are believed without asking.</summary>
    public DeletionBudget Deletions { get; init; } = new();

    /// <summary>How long after the last one an incremental run enumerates the ids of everything again; null for the source's own rule: sources that tell deletions need it seldom.</summary>
    public TimeSpan? SweepInterval { get; init; }

    /// <summary>
    /// The only partitions that the run looks at, by id, for example those that a notification named; null for all of the scope. The checkpoint keeps the others as they are, and none of them is
    /// taken to be gone.
    /// </summary>
    public IReadOnlyCollection<string>? Partitions { get; init; }
}
