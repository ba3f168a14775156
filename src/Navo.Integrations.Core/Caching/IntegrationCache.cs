using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching.Serialization;
using ZiggyCreatures.Caching.Fusion;

namespace Navo.Integrations.Core.Caching;

/// <summary>
/// The store: a FusionCache of our own, apart from any that the application has. It keeps and forgets; what is fresh is decided by
/// <see cref="Pipeline.Layers.CacheLayer"/> on the injected clock.
/// </summary>
internal sealed class IntegrationCache : IIntegrationCache, IDisposable
{
    private const string Name = "Navo.Integrations";

    private static readonly FusionCacheEntryOptions MemoryOnly = new() { SkipDistributedCacheRead = true, SkipDistributedCacheWrite = true };

    private readonly ConcurrentDictionary<IntegrationName, CachePartition> _partitions = new();
    private readonly CacheStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly RegionalMemory _memory;
    private readonly FusionCache _store;
    private readonly FusionCacheEntryOptions _sharedOnly;
    private readonly IDisposable? _subscription;
    private readonly DateTimeOffset _started;
    private long _clearedAt;

    public IntegrationCache(
        IOptions<CacheStoreOptions> options, TimeProvider time, ILogger<FusionCache> logger, SharedLevel? shared = null, ICacheInvalidationExchange? exchange = null)
    {
        _options = options.Value;
        _time = time;
        _started = time.GetUtcNow();
        _memory = new RegionalMemory(_options);
        _store = new FusionCache(StoreOptions(_options), _memory, logger);
        _sharedOnly = Bounded(new FusionCacheEntryOptions { SkipMemoryCacheRead = true, SkipMemoryCacheWrite = true });
        if (shared is not null)
        {
            _store.SetupDistributedCache(shared.Store, shared.Serializer);
        }

        _subscription = exchange?.Subscribe(notice => CacheInvalidation.Apply(this, notice));
    }

    public CachePartition PartitionOf(IntegrationName integration) =>
        _partitions.GetOrAdd(integration, static (name, cache) => new CachePartition(name, cache._time, cache._started, new(Volatile.Read(ref cache._clearedAt), TimeSpan.Zero)), this);

    public CacheEntry? Peek(string key) => _store.TryGet<CacheEntry>(key, MemoryOnly) is { HasValue: true } found ? found.Value : null;

    public async ValueTask<CacheEntry?> FindSharedAsync(string key, CancellationToken cancellationToken)
    {
        if (!_store.HasDistributedCache)
        {
            return null;
        }

        MaybeValue<CacheEntry> found = await _store.TryGetAsync<CacheEntry>(key, _sharedOnly, cancellationToken).ConfigureAwait(false);
        return found.HasValue && found.Value.Key == key ? found.Value : null;
    }

    public ValueTask StoreAsync(CacheEntry entry, TimeSpan keepFor, CancellationToken cancellationToken)
    {
        bool isShared = entry.Generation != CacheEntry.Foreign && CacheEnvelope.CanHold(entry.Value);
        FusionCacheEntryOptions options = Bounded(new FusionCacheEntryOptions(keepFor)
        {
            Size = EntrySize.Of(entry.Value),
            SkipDistributedCacheWrite = !isShared,
        });
        return _store.SetAsync(entry.Key, entry, options, token: cancellationToken);
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
        _store.Dispose();
        _memory.Dispose();
    }

    private static FusionCacheOptions StoreOptions(CacheStoreOptions options) => new()
    {
        CacheName = Name,
        DisableTagging = true,
        EnableAutoRecovery = false,
        DistributedCacheCircuitBreakerDuration = options.SecondLevelBreakDuration,
        MissingCacheKeyPrefixWarningLogLevel = LogLevel.None,
        SerializationErrorsLogLevel = LogLevel.Warning,
        DistributedCacheErrorsLogLevel = LogLevel.Warning,
        DefaultEntryOptions = new FusionCacheEntryOptions { Size = 1 },
    };

    /// <summary>A second level that is down, slow or poisoned costs its time-out at most and never a call.</summary>
    private FusionCacheEntryOptions Bounded(FusionCacheEntryOptions options)
    {
        options.DistributedCacheHardTimeout = _options.SecondLevelTimeout;
        options.AllowBackgroundDistributedCacheOperations = true;
        options.ReThrowDistributedCacheExceptions = false;
        options.ReThrowSerializationExceptions = false;
        return options;
    }
}
