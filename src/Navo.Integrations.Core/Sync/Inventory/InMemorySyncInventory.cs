using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>An inventory that ends with the process, after which everything is compared anew: for tests, and for copies that end with it too.</summary>
public sealed class InMemorySyncInventory : ISyncInventory
{
    private readonly ConcurrentDictionary<ContentId, InventoryEntry> _items = [];

    /// <inheritdoc />
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <inheritdoc />
    public ValueTask<InventoryEntry?> FindAsync(ContentId id, CancellationToken cancellationToken = default) => new(_items.TryGetValue(id, out InventoryEntry entry) ? entry : null);

    /// <inheritdoc />
    public ValueTask PutAsync(ContentId id, InventoryEntry entry, CancellationToken cancellationToken = default)
    {
        _items[id] = entry;
        return default;
    }

    /// <inheritdoc />
    public ValueTask RemoveAsync(ContentId id, CancellationToken cancellationToken = default)
    {
        _items.TryRemove(id, out _);
        return default;
    }

    /// <inheritdoc />
    public ValueTask<bool> ReplaceAsync(ContentId id, InventoryEntry? expected, InventoryEntry? entry, CancellationToken cancellationToken = default) => new((expected, entry) switch
    {
        ({ } old, { } put) => _items.TryUpdate(id, put, old),
        ({ } old, null) => _items.TryRemove(new(id, old)),
        (null, { } put) => _items.TryAdd(id, put),
        _ => !_items.ContainsKey(id),
    });

    /// <inheritdoc />
    public ValueTask<(long Known, long Unseen)> CountAsync(string partition, int generation, CancellationToken cancellationToken = default)
    {
        long known = 0, unseen = 0;
        foreach (InventoryEntry entry in _items.Select(static item => item.Value).Where(entry => entry.Partition == partition))
        {
            known++;
            unseen += entry.Generation < generation ? 1 : 0;
        }

        return new((known, unseen));
    }

    /// <inheritdoc />
    public IAsyncEnumerable<ContentId> GetUnseenAsync(string partition, int generation, CancellationToken cancellationToken = default) =>
        _items.Where(item => item.Value.Partition == partition && item.Value.Generation < generation).Select(static item => item.Key).ToArray().ToAsyncEnumerable();

    /// <inheritdoc />
    public ValueTask<int> GetLatestGenerationAsync(CancellationToken cancellationToken = default) => new(_items.Select(static item => item.Value.Generation).DefaultIfEmpty().Max());

    /// <inheritdoc />
    public ValueTask FlushAsync(CancellationToken cancellationToken = default) => default;
}
