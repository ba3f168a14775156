using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching.Serialization;

namespace Navo.Integrations.Core.Caching;

/// <summary>
/// The store: memory, and the application's distributed cache where there is one. It keeps and forgets; what is fresh is decided by
/// <see cref="Pipeline.Layers.CacheLayer"/> on the injected clock.
/// </summary>
internal sealed class IntegrationCache : IIntegrationCache, IDisposable
{
    private readonly ConcurrentDictionary<IntegrationName, CachePartition> _partitions = new();
    private readonly TimeProvider _time;
    private readonly RegionalMemory _memory;
    private readonly SharedLevel? _shared;
    private readonly IDisposable? _subscription;
    private readonly DateTimeOffset _started;
    private long _clearedAt;

    public IntegrationCache(CacheStoreOptions options, TimeProvider time, SharedLevel? shared = null, ICacheInvalidationExchange? exchange = null)
    {
        _time = time;
        _started = time.GetUtcNow();
        _memory = new RegionalMemory(options);
        _shared = shared;
        _subscription = exchange?.Subscribe(notice => CacheInvalidation.Apply(this, notice));
    }

    public CachePartition PartitionOf(IntegrationName integration) =>
        _partitions.GetOrAdd(integration, static (name, cache) => new CachePartition(name, cache._time, cache._started, new(Volatile.Read(ref cache._clearedAt), TimeSpan.Zero)), this);

    public CacheEntry? Peek(string key) => _memory.TryGetValue(key, out object? kept) ? kept as CacheEntry : null;

    public ValueTask<CacheEntry?> FindSharedAsync(string key, CancellationToken cancellationToken) => _shared?.FindAsync(key, cancellationToken) ?? default;

    public ValueTask StoreAsync(CacheEntry entry, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        using (ICacheEntry kept = _memory.CreateEntry(entry.Key))
        {
            (kept.Size, kept.AbsoluteExpirationRelativeToNow) = (EntrySize.Of(entry.Value), keepFor);
            kept.Value = entry; // last: from here on it is kept
        }

        bool isShared = entry.Generation != CacheEntry.Foreign && CacheEnvelope.CanHold(entry.Value);
        return isShared && _shared is { } shared ? shared.StoreAsync(entry, keepFor, cancellationToken) : default;
    }

    public void Clear(IntegrationName integration) => PartitionOf(integration).Clear();

    public void ClearAll()
    {
        Volatile.Write(ref _clearedAt, _time.GetUtcNow().UtcTicks); // for partitions yet to come
        foreach (CachePartition partition in _partitions.Values)
        {
            partition.Clear();
        }
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _shared?.Dispose();
        _memory.Dispose();
    }
}
