using Microsoft.Extensions.Caching.Memory;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

public sealed class RegionalMemoryTests
{
    private static readonly CacheRegion[] Regions = [CacheRegion.Response, CacheRegion.Content, CacheRegion.Permission, CacheRegion.Metadata];

    [Theory]
    [InlineData(CacheRegion.Response)]
    [InlineData(CacheRegion.Content)]
    [InlineData(CacheRegion.Permission)]
    [InlineData(CacheRegion.Metadata)]
    public void Each_region_has_the_bound_that_was_set_for_it(CacheRegion region)
    {
        CacheStoreOptions options = new() { ResponseMaxBytes = 10, ContentMaxBytes = 10, PermissionMaxBytes = 10, MetadataMaxBytes = 10 };
        switch (region)
        {
            case CacheRegion.Response:
                options.ResponseMaxBytes = 100;
                break;
            case CacheRegion.Content:
                options.ContentMaxBytes = 100;
                break;
            case CacheRegion.Permission:
                options.PermissionMaxBytes = 100;
                break;
            default:
                options.MetadataMaxBytes = 100;
                break;
        }

        using RegionalMemory memory = new(options);
        foreach (CacheRegion each in Regions)
        {
            memory.Set(KeyOf(each), "x", new MemoryCacheEntryOptions { Size = 50 });
        }

        Assert.All(Regions, each => Assert.Equal(each == region, memory.TryGetValue(KeyOf(each), out _)));
    }

    [Fact]
    public void What_is_removed_is_gone_and_the_other_regions_keep_what_they_have()
    {
        using RegionalMemory memory = new(new());
        foreach (CacheRegion region in Regions)
        {
            memory.Set(KeyOf(region), region, new MemoryCacheEntryOptions { Size = 1 });
        }

        memory.Remove(KeyOf(CacheRegion.Content));

        Assert.All(Regions, region => Assert.Equal(region != CacheRegion.Content, memory.TryGetValue(KeyOf(region), out object? found) && region.Equals(found)));
    }

    [Theory]
    [InlineData(CacheRegion.Response)]
    [InlineData(CacheRegion.Content)]
    [InlineData(CacheRegion.Permission)]
    [InlineData(CacheRegion.Metadata)]
    public void Nothing_is_kept_after_the_end(CacheRegion region)
    {
        RegionalMemory memory = new(new());
        memory.Dispose();

        Assert.Throws<ObjectDisposedException>(() => memory.TryGetValue(KeyOf(region), out _));
    }

    [Fact]
    public void The_documented_bounds_hold_where_nothing_is_set()
    {
        CacheStoreOptions options = new();

        Assert.Equal((33_554_432, 67_108_864, 16_777_216, 16_777_216), (options.ResponseMaxBytes, options.ContentMaxBytes, options.PermissionMaxBytes, options.MetadataMaxBytes));
        Assert.Equal((TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5)), (options.SecondLevelTimeout, options.SecondLevelBreakDuration));
    }

    private static string KeyOf(CacheRegion region) => CacheKey.Of(Samples.Confluence, string.Empty, Samples.Search with { Region = region }, Samples.Ann, ["x"]);
}
