namespace Navo.Integrations.Core.Sync;

/// <summary>The partitions of a run that it shares with other workers of the same sync.</summary>
internal sealed class PartitionShares(IPartitionStore store, CheckpointState start)
{
    private readonly string _group = $"{start.Integration} {start.Scope} {start.Inventory}"; // a new inventory begins anew
    private IReadOnlyDictionary<string, SharedPartition> _known = new Dictionary<string, SharedPartition>();

    /// <summary>Where the partitions stand for all workers: what they have got to goes over the checkpoint of one of them.</summary>
    public async Task<CheckpointState> LoadAsync(CancellationToken cancellationToken)
    {
        _known = await store.LoadAsync(_group, cancellationToken).ConfigureAwait(false);
        Dictionary<string, PartitionState> states = new(start.Partitions, StringComparer.Ordinal);
        foreach ((string partition, SharedPartition shared) in _known)
        {
            states[partition] = StateOf(partition, shared) ?? states.GetValueOrDefault(partition) ?? new();
        }

        return start with { Partitions = states };
    }

    /// <summary>Takes a partition; null where another worker has it, or has read it since this run began.</summary>
    public async Task<PartitionShare?> TakeAsync(string partition, CancellationToken cancellationToken)
    {
        if (await store.TryTakeAsync(_group, partition, cancellationToken).ConfigureAwait(false) is not { } lease)
        {
            return null;
        }

        PartitionShare? share = null;
        try
        {
            bool isRead = lease.Partition.Passes > (_known.GetValueOrDefault(partition)?.Passes ?? 0);
            return share = isRead ? null : new(partition, lease, StateOf(partition, lease.Partition), start);
        }
        finally
        {
            if (share is null)
            {
                await lease.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static PartitionState? StateOf(string partition, SharedPartition shared) =>
        shared.State is { } json ? CheckpointState.Read(json).Partitions.GetValueOrDefault(partition) : null;
}
