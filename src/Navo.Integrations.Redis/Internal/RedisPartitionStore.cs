using Medallion.Threading.Redis;
using Navo.Integrations.Core.Sync;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Internal;

/// <summary>
/// Shares the partitions of syncs through Redis. A worker that dies keeps its partition for <see cref="RedisOptions.LeaseDuration"/> at most; one that falls asleep and wakes up late saves nothing over
/// the one that took over.
/// </summary>
internal sealed class RedisPartitionStore(RedisConnection redis) : IPartitionStore
{
    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, SharedPartition>> LoadAsync(string group, CancellationToken cancellationToken = default)
    {
        RedisKey key = KeyOf(group);
        HashEntry[] fields = await redis.AskAsync(db => db.HashGetAllAsync(key), cancellationToken).ConfigureAwait(false);
        Dictionary<string, RedisValue> values = fields.ToDictionary(static field => field.Name.ToString(), static field => field.Value, StringComparer.Ordinal);
        return values.Keys
            .Where(static field => field.StartsWith(PartitionScripts.Turn, StringComparison.Ordinal))
            .Select(static field => field[PartitionScripts.Turn.Length..])
            .ToDictionary(
                static partition => partition,
                partition => Shared(values.GetValueOrDefault(PartitionScripts.State + partition), values.GetValueOrDefault(PartitionScripts.Passes + partition)),
                StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public async Task<IPartitionLease?> TryTakeAsync(string group, string partition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partition);
        RedisKey key = KeyOf(group);
        RedisKey name = redis.Key($"lease:{group}:{partition}");
        cancellationToken.ThrowIfCancellationRequested();
        RedisDistributedLockHandle? held = await redis.AskAsync(
            db => new RedisDistributedLock(name, db, options => options.Expiry(redis.Options.LeaseDuration)).TryAcquireAsync(TimeSpan.Zero, CancellationToken.None).AsTask(),
            CancellationToken.None).ConfigureAwait(false); // it ends in its time; what it has taken when nobody waits any more would stay taken
        if (held is null)
        {
            await redis.AskAsync(db => db.PingAsync(), cancellationToken).ConfigureAwait(false); // the lock does not tell a Redis that is away from one where another has it
            return null;
        }

        RedisPartitionLease? lease = null;
        try
        {
            RedisResult taken = await redis.AskAsync(db => db.ScriptEvaluateAsync(PartitionScripts.Take, [key], [partition]), cancellationToken).ConfigureAwait(false);
            (RedisValue turn, RedisValue state, RedisValue passes) = ((RedisValue)taken[0], (RedisValue)taken[1], (RedisValue)taken[2]);
            return lease = new(held, Shared(state, passes), (next, token) => SaveAsync(key, [partition, turn, next.State ?? string.Empty, next.Passes], token));
        }
        finally
        {
            if (lease is null)
            {
                await RedisPartitionLease.ReleaseAsync(held).ConfigureAwait(false);
            }
        }
    }

    private async Task<bool> SaveAsync(RedisKey key, RedisValue[] arguments, CancellationToken cancellationToken) =>
        (int)await redis.AskAsync(db => db.ScriptEvaluateAsync(PartitionScripts.Save, [key], arguments), cancellationToken).ConfigureAwait(false) == 1;

    private static SharedPartition Shared(RedisValue state, RedisValue passes) => new(state.IsNull ? null : state.ToString(), passes.IsNull ? 0 : (long)passes);

    private RedisKey KeyOf(string group)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(group);
        return redis.Key($"sync:{group}");
    }
}
