using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>
/// What a source has to tell so that it can be kept in step: its partitions, a page of everything, a page of changes, and one item. The rest (order, acknowledgement, checkpoints, proof of
/// completeness, budgets) is the same for all sources and is not its business.
/// </summary>
/// <remarks>Reads are made as the service. Failures are of the family of <see cref="IntegrationException"/>; those of one item are a <see cref="SyncItem.Skipped"/> and end nothing.</remarks>
public interface ISyncSource
{
    /// <summary>The integration.</summary>
    IntegrationName Name { get; }

    /// <summary>How long after the last one an incremental run enumerates everything again, where the caller does not say.</summary>
    TimeSpan SweepInterval { get; }

    /// <summary>
    /// Whether changes tell <see cref="SyncItem.Present.IsTouched"/>. An enumeration does not show what was touched: where it can't be followed by the changes since the copy had an item, because
    /// there is no position from then, the item is told again.
    /// </summary>
    bool TellsTouched => false;

    /// <summary>Lists the partitions of a scope: parts that are read each by itself, such as spaces or drives.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The partitions, each once.</returns>
    IAsyncEnumerable<SyncPartition> GetPartitionsAsync(SyncScope scope, CancellationToken cancellationToken);

    /// <summary>Gives the position from which <see cref="GetChangesAsync"/> tells everything that happens from now on, or more.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The position: short text that stays good for as long as the source allows.</returns>
    Task<string> GetChangePositionAsync(SyncPartition partition, CancellationToken cancellationToken);

    /// <summary>Reads one page of everything in a partition.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="request">Which page, and what has to be on it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The page.</returns>
    Task<SyncPage> EnumerateAsync(SyncPartition partition, SyncPageRequest request, CancellationToken cancellationToken);

    /// <summary>Reads one page of what has changed.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="position">The position to go on from.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The page, or that everything has to be enumerated.</returns>
    Task<SyncPage> GetChangesAsync(SyncPartition partition, string position, CancellationToken cancellationToken);

    /// <summary>Asks for one item alone.</summary>
    /// <param name="partition">The partition in which it was known.</param>
    /// <param name="id">The item.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The item as it is, that it is gone, or why it can't be delivered.</returns>
    Task<SyncItem> FindAsync(SyncPartition partition, ContentId id, CancellationToken cancellationToken);

    /// <summary>Asks how many items there are, in another way than by enumerating them.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The number; null where the source has no way to tell.</returns>
    Task<long?> CountAsync(SyncPartition partition, CancellationToken cancellationToken);

    /// <summary>Says what reading a partition would cost.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="changesFrom">The position of the last run; null for an enumeration.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The estimate.</returns>
    Task<PartitionEstimate> EstimateAsync(SyncPartition partition, string? changesFrom, CancellationToken cancellationToken);
}
