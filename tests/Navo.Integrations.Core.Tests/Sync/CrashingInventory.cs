using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>An inventory of which a crash leaves what was flushed and some of what was written after it, in order.</summary>
internal sealed class CrashingInventory : ISyncInventory
{
    private readonly Dictionary<ContentId, InventoryEntry> _durable = [];
    private readonly List<(ContentId Id, InventoryEntry? Entry)> _unsafe = [];
    private readonly Dictionary<ContentId, InventoryEntry> _items = [];

    public string Id => "the only one";

    public void Crash(Random random)
    {
        Replay(_unsafe.Take(random.Next(_unsafe.Count + 1)));
        _items.Clear();
        foreach ((ContentId id, InventoryEntry entry) in _durable)
        {
            _items.Add(id, entry);
        }
    }

    public ValueTask<InventoryEntry?> FindAsync(ContentId id, CancellationToken cancellationToken = default) => new(_items.TryGetValue(id, out InventoryEntry entry) ? entry : null);

    public ValueTask PutAsync(ContentId id, InventoryEntry entry, CancellationToken cancellationToken = default)
    {
        _items[id] = entry;
        _unsafe.Add((id, entry));
        return default;
    }

    public ValueTask RemoveAsync(ContentId id, CancellationToken cancellationToken = default)
    {
        _items.Remove(id);
        _unsafe.Add((id, null));
        return default;
    }

    public ValueTask<(long Known, long Unseen)> CountAsync(string partition, int generation, CancellationToken cancellationToken = default) =>
        new((_items.Values.Count(entry => entry.Partition == partition), _items.Values.Count(entry => entry.Partition == partition && entry.Generation < generation)));

    public IAsyncEnumerable<ContentId> GetUnseenAsync(string partition, int generation, CancellationToken cancellationToken = default) =>
        _items.Where(item => item.Value.Partition == partition && item.Value.Generation < generation).Select(item => item.Key).ToArray().ToAsyncEnumerable();

    public ValueTask<int> GetLatestGenerationAsync(CancellationToken cancellationToken = default) => new(_items.Values.Select(entry => entry.Generation).DefaultIfEmpty().Max());

    public ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        Replay(_unsafe);
        return default;
    }

    private void Replay(IEnumerable<(ContentId Id, InventoryEntry? Entry)> writes)
    {
        foreach ((ContentId id, InventoryEntry? entry) in writes.ToArray())
        {
            if (entry is { } put)
            {
                _durable[id] = put;
            }
            else
            {
                _durable.Remove(id);
            }
        }

        _unsafe.Clear();
    }
}
