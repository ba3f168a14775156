using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

public sealed class CacheLookTests
{
    private const int Looks = 1_000;

    [Fact]
    public async Task A_look_into_memory_makes_no_object()
    {
        using PipelineHarness harness = new();
        IIntegrationCache cache = harness.Cache;
        CacheEntry kept = new($"navo:{(int)CacheRegion.Response}x", Samples.Page(), harness.Time.GetUtcNow(), harness.Time.GetTimestamp(), 0);
        await cache.StoreAsync(kept, TimeSpan.FromMinutes(5), PipelineHarness.Token);
        Assert.Same(kept, cache.Peek(kept.Key));

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int look = 0; look < Looks; look++)
        {
            cache.Peek(kept.Key);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Looks, 0, 20); // the least object has 24 bytes
    }
}
