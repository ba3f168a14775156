namespace Navo.Integrations.Abstractions;

/// <summary>What a run would cost.</summary>
public sealed record SyncEstimate
{
    /// <summary>Each partition.</summary>
    public required IReadOnlyList<PartitionEstimate> Partitions { get; init; }

    /// <summary>The requests; null where a partition's are not known.</summary>
    public long? Requests => Partitions.Any(static partition => partition.Requests is null) ? null : Partitions.Sum(static partition => partition.Requests);

    /// <summary>The source's own units of cost; null where it has none or they are not known.</summary>
    public long? ResourceUnits => Partitions.Any(static partition => partition.ResourceUnits is null) ? null : Partitions.Sum(static partition => partition.ResourceUnits);

    /// <summary>The time, one request after the other at the latency that was measured for this estimate; null where the requests are not known.</summary>
    public TimeSpan? Duration { get; init; }
}
