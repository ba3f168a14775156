namespace Navo.Integrations.Core.Sync;

/// <summary>
/// Shares the partitions of a sync among workers: who reads which, and where each stands. All workers of a sync need the same store, the same <see cref="ISyncInventory"/> and the same copy.
/// Implementations are safe for concurrent use.
/// </summary>
public interface IPartitionStore
{
    /// <summary>Loads all that is known of a sync.</summary>
    /// <param name="group">The sync: integration, scope and inventory.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Each partition that any worker has ever taken, by its id.</returns>
    Task<IReadOnlyDictionary<string, SharedPartition>> LoadAsync(string group, CancellationToken cancellationToken = default);

    /// <summary>Takes a partition, without waiting for it. From then on nothing is saved under a lease that was taken before.</summary>
    /// <param name="group">The sync.</param>
    /// <param name="partition">The partition's id.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The lease; null where another worker has the partition.</returns>
    Task<IPartitionLease?> TryTakeAsync(string group, string partition, CancellationToken cancellationToken = default);
}
