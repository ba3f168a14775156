namespace Navo.Integrations.Abstractions;

/// <summary>What came of a run.</summary>
public sealed record SyncReport
{
    /// <summary>Each partition that was begun.</summary>
    public IReadOnlyList<SyncCertificate> Partitions { get; init; } = [];

    /// <summary>Whether the enumeration of changes ended by itself: the run was neither cancelled nor broken off.</summary>
    public bool IsFinished { get; init; }

    /// <summary>Whether the run ended and each partition was read to its end, with nothing held back.</summary>
    public bool IsComplete => IsFinished && Partitions.All(static partition => partition.Outcome == PartitionOutcome.Complete);

    /// <summary>The items that were skipped.</summary>
    public long Skipped => Partitions.Sum(static partition => partition.Skipped.Values.Sum());
}
