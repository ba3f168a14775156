using Microsoft.Extensions.Caching.Memory;

namespace Navo.Integrations.Core.Caching;

/// <summary>The first level: one memory for each region, each within its own bound, so that large contents drive no decision out. A key says which region it belongs to.</summary>
internal sealed class RegionalMemory(CacheStoreOptions options) : IMemoryCache
{
    private readonly MemoryCache _responses = Bounded(options.ResponseMaxBytes);
    private readonly MemoryCache _contents = Bounded(options.ContentMaxBytes);
    private readonly MemoryCache _decisions = Bounded(options.PermissionMaxBytes);
    private readonly MemoryCache _metadata = Bounded(options.MetadataMaxBytes);

    public ICacheEntry CreateEntry(object key) => Of(key).CreateEntry(key);

    public void Remove(object key) => Of(key).Remove(key);

    public bool TryGetValue(object key, out object? value) => Of(key).TryGetValue(key, out value);

    public void Dispose()
    {
        _responses.Dispose();
        _contents.Dispose();
        _decisions.Dispose();
        _metadata.Dispose();
    }

    private MemoryCache Of(object key) => CacheKey.RegionOf((string)key) switch
    {
        CacheRegion.Content => _contents,
        CacheRegion.Permission => _decisions,
        CacheRegion.Metadata => _metadata,
        _ => _responses,
    };

    private static MemoryCache Bounded(long bytes) => new(new MemoryCacheOptions { SizeLimit = bytes });
}
