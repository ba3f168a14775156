using Navo.Integrations.Abstractions;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Internal;

/// <summary>The keys of an inventory. They share a hash tag, so that a cluster keeps them in one place and a script may use them together.</summary>
internal sealed class InventoryKeys(RedisConnection redis, IntegrationName integration)
{
    /// <summary>The items by id; the field with the empty name, which no item has, is the inventory's own id: both are lost together.</summary>
    public RedisKey Items { get; } = redis.Key($"inventory:{{{integration}}}:items");

    /// <summary>The partitions by the latest enumeration that saw something in them.</summary>
    public RedisKey Partitions { get; } = redis.Key($"inventory:{{{integration}}}:partitions");

    /// <summary>What the key of a partition's items, by the enumeration that saw them last, begins with.</summary>
    public string Seen { get; } = redis.Key($"inventory:{{{integration}}}:seen:").ToString();

    public RedisKey SeenIn(string partition) => Seen + partition;
}
