using Microsoft.Extensions.Caching.Distributed;
using Navo.Integrations.Core.Caching.Serialization;

namespace Navo.Integrations.Core.Caching;

/// <summary>The second level: the application's distributed cache, and how entries are written there.</summary>
internal sealed record SharedLevel(IDistributedCache Store, CacheEntrySerializer Serializer)
{
    /// <summary>The second level that an application has; null for none, or for one that is but memory.</summary>
    public static SharedLevel? Of(IDistributedCache? store, ICacheValueProtector? own, CacheStoreOptions options, TimeProvider time)
    {
        if (store is null or MemoryDistributedCache)
        {
            return null;
        }

        ICacheValueProtector? protector = own ?? (options.EncryptionKeys is { } keys ? new AesGcmCacheValueProtector(CacheKeyRing.Read(keys)!) : null);
        return new(store, new(time, protector));
    }
}
