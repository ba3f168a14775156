using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Redis.Internal;

/// <summary>All that syncs keep, in Redis.</summary>
internal sealed class RedisSyncStorage(RedisConnection redis) : ISyncStorage
{
    public ICheckpointStore CreateCheckpointStore() => new RedisCheckpointStore(redis);

    public ISkipLedger CreateSkipLedger() => new RedisSkipLedger(redis);

    public ISyncInventory OpenInventory(IntegrationName integration) => new RedisSyncInventory(redis, integration);
}
