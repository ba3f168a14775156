using Navo.Integrations.Core.Tests.Sync;
using Navo.Integrations.Redis.Internal;

namespace Navo.Integrations.Redis.Tests;

/// <summary>Workers that share a sync through Redis and die, lose their partitions or wake up late.</summary>
public sealed class SharedRedisKillTests(RedisServer server)
{
    private const int Histories = 12;

    [Fact]
    public async Task Row048_whichever_workers_break_off_where_the_copy_ends_up_as_the_source_is()
    {
        for (int seed = 0; seed < Histories; seed++)
        {
            await using RedisConnection redis = server.Connect(options => options.LeaseDuration = TimeSpan.FromSeconds(30));
            await new SharedHistory(seed, new RedisSyncInventory(redis, new("model")), new RedisPartitionStore(redis), new RedisSkipLedger(redis)).PlayAsync(steps: 150);
        }
    }
}
