using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Internal;

/// <summary>
/// An inventory in Redis, for all workers of a sync. Writes are sent at once and waited for by <see cref="FlushAsync"/>; one that failed is sent again by the next flush. An item takes about 250 bytes of
/// Redis's memory.
/// </summary>
internal sealed class RedisSyncInventory : ISyncInventory
{
    private const int PageSize = 500;

    private readonly RedisConnection _redis;
    private readonly InventoryKeys _keys;
    private readonly InventoryWrites _writes;

    public RedisSyncInventory(RedisConnection redis, IntegrationName integration)
    {
        (_redis, _keys) = (redis, new(redis, integration));
        _writes = new(SendAsync);
    }

    /// <summary>A name that is new when the inventory is. Redis is asked each time, so that a run sees that it was emptied.</summary>
    /// <exception cref="IntegrationException">Redis could not be asked.</exception>
    public string Id => _redis.Ask(redis => redis.ScriptEvaluate(InventoryScripts.Identify, [_keys.Items], [Guid.NewGuid().ToString("N")])).ToString();

    /// <inheritdoc />
    public async ValueTask<InventoryEntry?> FindAsync(ContentId id, CancellationToken cancellationToken = default)
    {
        if (_writes.TryGet(id, out InventoryEntry? own))
        {
            return own;
        }

        RedisValue text = await _redis.AskAsync(redis => redis.HashGetAsync(_keys.Items, id.Value), cancellationToken).ConfigureAwait(false);
        return text.IsNull ? null : InventoryText.Read(text.ToString());
    }

    /// <inheritdoc />
    public ValueTask PutAsync(ContentId id, InventoryEntry entry, CancellationToken cancellationToken = default) => WriteAsync(id, entry, cancellationToken);

    /// <inheritdoc />
    public ValueTask RemoveAsync(ContentId id, CancellationToken cancellationToken = default) => WriteAsync(id, null, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<bool> ReplaceAsync(ContentId id, InventoryEntry? expected, InventoryEntry? entry, CancellationToken cancellationToken = default)
    {
        await _writes.FlushAsync(id, cancellationToken).ConfigureAwait(false);
        RedisResult isDone = await _redis.AskAsync(
            redis => redis.ScriptEvaluateAsync(InventoryScripts.Write, KeysOf(entry), [.. ArgumentsOf(id, entry), expected is { } old ? InventoryText.Write(old) : string.Empty, "1"]),
            cancellationToken).ConfigureAwait(false);
        return (int)isDone == 1;
    }

    /// <inheritdoc />
    public async ValueTask<(long Known, long Unseen)> CountAsync(string partition, int generation, CancellationToken cancellationToken = default)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        RedisKey seen = _keys.SeenIn(partition);
        long known = await _redis.AskAsync(redis => redis.SortedSetLengthAsync(seen), cancellationToken).ConfigureAwait(false);
        long unseen = await _redis.AskAsync(redis => redis.SortedSetLengthAsync(seen, double.NegativeInfinity, generation, Exclude.Stop), cancellationToken).ConfigureAwait(false);
        return (known, unseen);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ContentId> GetUnseenAsync(string partition, int generation, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        (RedisValue score, RedisValue id) = (0, string.Empty);
        RedisValue[] page;
        do
        {
            RedisValue[] arguments = [generation, score, id, PageSize];
            RedisResult found = await _redis.AskAsync(redis => redis.ScriptEvaluateAsync(InventoryScripts.Page, [_keys.SeenIn(partition)], arguments), cancellationToken).ConfigureAwait(false);
            page = (RedisValue[])found!;
            for (int i = 0; i < page.Length; i += 2)
            {
                (id, score) = (page[i], page[i + 1]);
                yield return new(id.ToString());
            }
        }
        while (page.Length == 2 * PageSize);
    }

    /// <inheritdoc />
    public async ValueTask<int> GetLatestGenerationAsync(CancellationToken cancellationToken = default)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        SortedSetEntry[] latest = await _redis.AskAsync(redis => redis.SortedSetRangeByRankWithScoresAsync(_keys.Partitions, 0, 0, Order.Descending), cancellationToken).ConfigureAwait(false);
        return latest is [var first] ? (int)first.Score : 0;
    }

    /// <inheritdoc />
    /// <exception cref="IntegrationException">Something that was noted is not safe: the next flush tries again.</exception>
    public ValueTask FlushAsync(CancellationToken cancellationToken = default) => _writes.FlushAsync(cancellationToken);

    private async ValueTask WriteAsync(ContentId id, InventoryEntry? entry, CancellationToken cancellationToken)
    {
        await _redis.OpenAsync(cancellationToken).ConfigureAwait(false); // once it is open, what is sent keeps its order
        await _writes.AddAsync(id, entry, cancellationToken).ConfigureAwait(false);
    }

    private Task SendAsync(ContentId id, InventoryEntry? entry) =>
        _redis.AskAsync(redis => redis.ScriptEvaluateAsync(InventoryScripts.Write, KeysOf(entry), [.. ArgumentsOf(id, entry), string.Empty, "0"]), CancellationToken.None);

    private RedisKey[] KeysOf(InventoryEntry? entry) => [_keys.Items, _keys.Partitions, _keys.SeenIn(entry?.Partition ?? string.Empty)];

    private RedisValue[] ArgumentsOf(ContentId id, InventoryEntry? entry) => entry is { } put
        ? [id.Value, InventoryText.Write(put), put.Generation, put.Partition, _keys.Seen]
        : [id.Value, string.Empty, 0, string.Empty, _keys.Seen];
}
