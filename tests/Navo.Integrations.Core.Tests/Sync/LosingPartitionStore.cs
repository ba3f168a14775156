using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>A store whose leases can be lost, as they are when a worker dies, is cut off or sleeps too long.</summary>
internal sealed class LosingPartitionStore(IPartitionStore inner) : IPartitionStore
{
    private readonly List<Lease> _held = [];

    /// <summary>Leases that nobody has given back.</summary>
    public int Held => _held.Count;

    public IReadOnlyList<string> Saved => _saved;

    private readonly List<string> _saved = [];

    public Task<IReadOnlyDictionary<string, SharedPartition>> LoadAsync(string group, CancellationToken cancellationToken = default) => inner.LoadAsync(group, cancellationToken);

    public async Task<IPartitionLease?> TryTakeAsync(string group, string partition, CancellationToken cancellationToken = default)
    {
        if (await inner.TryTakeAsync(group, partition, cancellationToken) is not { } taken)
        {
            return null;
        }

        Lease lease = new(this, partition, taken);
        _held.Add(lease);
        return lease;
    }

    /// <summary>Others may have all partitions.</summary>
    /// <param name="notices">Whether the holders notice at once; otherwise they find out when they are told.</param>
    /// <returns>Tells the holders.</returns>
    public async Task<Action> LoseAsync(bool notices)
    {
        Lease[] lost = [.. _held];
        foreach (Lease lease in lost)
        {
            await lease.DisposeAsync();
        }

        Action tell = () => Array.ForEach(lost, static lease => lease.Source.Cancel());
        if (notices)
        {
            tell();
        }

        return tell;
    }

    private sealed class Lease(LosingPartitionStore store, string partition, IPartitionLease inner) : IPartitionLease
    {
        public CancellationTokenSource Source { get; } = new();

        public SharedPartition Partition => inner.Partition;

        public CancellationToken Lost => Source.Token;

        public async Task<bool> SaveAsync(SharedPartition next, CancellationToken cancellationToken = default)
        {
            bool isSaved = await inner.SaveAsync(next, cancellationToken);
            store._saved.Add($"{partition} {(isSaved ? "saved" : "refused")} {next.Passes}");
            return isSaved;
        }

        public async ValueTask DisposeAsync()
        {
            store._held.Remove(this);
            await inner.DisposeAsync();
        }
    }
}
