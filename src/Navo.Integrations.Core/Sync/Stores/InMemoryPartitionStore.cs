namespace Navo.Integrations.Core.Sync;

/// <summary>Shares partitions among the workers of one process, and ends with it. A lease is held until it is disposed of.</summary>
public sealed class InMemoryPartitionStore : IPartitionStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Group, string Partition), Slot> _slots = [];

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, SharedPartition>> LoadAsync(string group, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            IReadOnlyDictionary<string, SharedPartition> known = _slots.Where(slot => slot.Key.Group == group)
                .ToDictionary(static slot => slot.Key.Partition, static slot => slot.Value.Partition, StringComparer.Ordinal);
            return Task.FromResult(known);
        }
    }

    /// <inheritdoc />
    public Task<IPartitionLease?> TryTakeAsync(string group, string partition, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            Slot slot = _slots.TryGetValue((group, partition), out Slot? known) ? known : _slots[(group, partition)] = new();
            return Task.FromResult<IPartitionLease?>(slot.Holder is null ? slot.Holder = new Lease(this, slot) : null);
        }
    }

    private sealed class Slot
    {
        public SharedPartition Partition { get; set; } = new(null, 0);

        public Lease? Holder { get; set; }

        /// <summary>Who took it last, whether it is held still or not.</summary>
        public Lease? Latest { get; set; }
    }

    private sealed class Lease : IPartitionLease
    {
        private readonly InMemoryPartitionStore _store;
        private readonly Slot _slot;

        public Lease(InMemoryPartitionStore store, Slot slot)
        {
            (_store, _slot, Partition) = (store, slot, slot.Partition);
            slot.Latest = this;
        }

        public SharedPartition Partition { get; }

        public CancellationToken Lost => CancellationToken.None;

        public Task<bool> SaveAsync(SharedPartition partition, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_store._gate)
            {
                bool isLatest = _slot.Latest == this;
                _slot.Partition = isLatest ? partition : _slot.Partition;
                return Task.FromResult(isLatest);
            }
        }

        public ValueTask DisposeAsync()
        {
            lock (_store._gate)
            {
                _slot.Holder = _slot.Holder == this ? null : _slot.Holder;
            }

            return default;
        }
    }
}
