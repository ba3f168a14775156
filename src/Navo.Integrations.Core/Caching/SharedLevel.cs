using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;
using Navo.Integrations.Core.Caching.Serialization;
using ZiggyCreatures.Caching.Fusion;

namespace Navo.Integrations.Core.Caching;

/// <summary>The second level: the application's distributed cache, behind a FusionCache of our own that breaks, times out and writes in the background. What memory keeps is not its affair.</summary>
internal sealed class SharedLevel : IDisposable
{
    private const string Name = "Navo.Integrations";

    private readonly FusionCache _store;
    private readonly TimeSpan _timeout;
    private readonly FusionCacheEntryOptions _reading;

    private SharedLevel(IDistributedCache store, CacheEntrySerializer serializer, CacheStoreOptions options, ILogger<FusionCache> logger)
    {
        _timeout = options.SecondLevelTimeout;
        _reading = Bounded(new());
        _store = new FusionCache(StoreOptions(options), logger: logger);
        _store.SetupDistributedCache(store, serializer);
    }

    /// <summary>The second level that an application has; null for none, or for one that is but memory.</summary>
    public static SharedLevel? Of(IDistributedCache? store, ICacheValueProtector? own, CacheStoreOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        if (store is null or MemoryDistributedCache)
        {
            return null;
        }

        ICacheValueProtector? protector = own ?? (options.EncryptionKeys is { } keys ? new AesGcmCacheValueProtector(CacheKeyRing.Read(keys)!) : null);
        return new(store, new(time, protector), options, loggers.CreateLogger<FusionCache>());
    }

    /// <summary>What it holds, past its lifetime or not; null when there is nothing or it does not answer in time.</summary>
    public async ValueTask<CacheEntry?> FindAsync(string key, CancellationToken cancellationToken)
    {
        MaybeValue<CacheEntry> found = await _store.TryGetAsync<CacheEntry>(key, _reading, cancellationToken).ConfigureAwait(false);
        return found.HasValue && found.Value.Key == key ? found.Value : null;
    }

    /// <summary>Writes an entry; the writing goes on in the background.</summary>
    public ValueTask StoreAsync(CacheEntry entry, TimeSpan keepFor, CancellationToken cancellationToken) =>
        _store.SetAsync(entry.Key, entry, Bounded(new(keepFor)), token: cancellationToken);

    public void Dispose() => _store.Dispose();

    private static FusionCacheOptions StoreOptions(CacheStoreOptions options) => new()
    {
        CacheName = Name,
        DisableTagging = true,
        EnableAutoRecovery = false,
        DistributedCacheCircuitBreakerDuration = options.SecondLevelBreakDuration,
        MissingCacheKeyPrefixWarningLogLevel = LogLevel.None,
        SerializationErrorsLogLevel = LogLevel.Warning,
        DistributedCacheErrorsLogLevel = LogLevel.Warning,
    };

    /// <summary>A second level that is down, slow or poisoned costs its time-out at most and never a call.</summary>
    private FusionCacheEntryOptions Bounded(FusionCacheEntryOptions options)
    {
        (options.SkipMemoryCacheRead, options.SkipMemoryCacheWrite) = (true, true);
        options.DistributedCacheHardTimeout = _timeout;
        options.AllowBackgroundDistributedCacheOperations = true;
        options.ReThrowDistributedCacheExceptions = false;
        options.ReThrowSerializationExceptions = false;
        return options;
    }
}
