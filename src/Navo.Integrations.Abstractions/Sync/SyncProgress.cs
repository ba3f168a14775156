namespace Navo.Integrations.Abstractions;

/// <summary>How far a run is.</summary>
public sealed record SyncProgress
{
    /// <summary>The partitions that are done.</summary>
    public int PartitionsDone { get; init; }

    /// <summary>The partitions of the scope, as far as they are known.</summary>
    public int Partitions { get; init; }

    /// <summary>The items seen.</summary>
    public long Seen { get; init; }

    /// <summary>The items that the source says there are in the partitions begun; null where it does not say.</summary>
    public long? Expected { get; init; }

    /// <summary>The changes told.</summary>
    public long Emitted { get; init; }

    /// <summary>The changes acknowledged.</summary>
    public long Acknowledged { get; init; }

    /// <summary>How long the run has taken.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Items seen each second; 0 at the start.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? Seen / Elapsed.TotalSeconds : 0;

    /// <summary>The time left for the partitions begun; null where it can't be told.</summary>
    public TimeSpan? TimeLeft => Expected is { } expected && Rate > 0 ? TimeSpan.FromSeconds(Math.Max(0, expected - Seen) / Rate) : null;
}
