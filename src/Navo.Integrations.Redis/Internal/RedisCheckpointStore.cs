using Navo.Integrations.Abstractions;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Internal;

/// <summary>Keeps checkpoints in Redis, each under a key of its own that does not expire.</summary>
internal sealed class RedisCheckpointStore(RedisConnection redis) : ICheckpointStore
{
    private const int MaxKey = 200;

    /// <inheritdoc />
    public async ValueTask<SyncCheckpoint?> LoadAsync(string key, CancellationToken cancellationToken = default)
    {
        RedisKey name = NameOf(key);
        RedisValue json = await redis.AskAsync(db => db.StringGetAsync(name), cancellationToken).ConfigureAwait(false);
        return json.IsNull ? null : new(json.ToString());
    }

    /// <inheritdoc />
    public async ValueTask SaveAsync(string key, SyncCheckpoint checkpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        RedisKey name = NameOf(key);
        await redis.AskAsync(db => db.StringSetAsync(name, checkpoint.ToJson()), cancellationToken).ConfigureAwait(false);
    }

    private RedisKey NameOf(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return key.Length <= MaxKey ? redis.Key($"checkpoint:{key}") : throw new InvalidQueryException($"The key of a checkpoint has at most {MaxKey} characters.");
    }
}
