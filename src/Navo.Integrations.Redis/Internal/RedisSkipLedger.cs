using System.Runtime.CompilerServices;
using System.Text.Json;
using Navo.Integrations.Abstractions;
using StackExchange.Redis;

namespace Navo.Integrations.Redis.Internal;

/// <summary>A skip ledger in Redis, for all workers of a sync.</summary>
internal sealed class RedisSkipLedger(RedisConnection redis) : ISkipLedger
{
    /// <summary>The time at which an item was first skipped stands apart, so that noting it again leaves it.</summary>
    private const string Record = """
        redis.call('HSETNX', KEYS[2], ARGV[1], ARGV[3])
        redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
        return 1
        """;

    private const string Remove = """
        redis.call('HDEL', KEYS[2], ARGV[1])
        return redis.call('HDEL', KEYS[1], ARGV[1])
        """;

    /// <inheritdoc />
    public async ValueTask RecordAsync(SkippedItem item, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        RedisValue[] arguments = [item.Id.Value, JsonSerializer.Serialize(SkipRecord.Of(item), SkipJson.Default.SkipRecord), item.FirstSeen.UtcTicks];
        await redis.AskAsync(db => db.ScriptEvaluateAsync(Record, KeysOf(item.Source), arguments), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async ValueTask RemoveAsync(IntegrationName source, ContentId id, CancellationToken cancellationToken = default) =>
        await redis.AskAsync(db => db.ScriptEvaluateAsync(Remove, KeysOf(source), [id.Value]), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc />
    public async IAsyncEnumerable<SkippedItem> ListAsync(IntegrationName source, SkipReason? reason = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        RedisKey[] keys = KeysOf(source);
        HashEntry[] records = await redis.AskAsync(db => db.HashGetAllAsync(keys[0]), cancellationToken).ConfigureAwait(false);
        HashEntry[] times = await redis.AskAsync(db => db.HashGetAllAsync(keys[1]), cancellationToken).ConfigureAwait(false);
        Dictionary<string, long> first = times.ToDictionary(static time => time.Name.ToString(), static time => (long)time.Value, StringComparer.Ordinal);
        foreach (SkippedItem item in records
            .Select(record => ItemOf(record, first))
            .Where(item => reason is null || item.Reason == reason)
            .OrderBy(static item => item.FirstSeen).ThenBy(static item => item.Id.Value, StringComparer.Ordinal))
        {
            yield return item;
        }
    }

    private static SkippedItem ItemOf(HashEntry entry, Dictionary<string, long> first)
    {
        try
        {
            SkipRecord record = JsonSerializer.Deserialize(entry.Value.ToString(), SkipJson.Default.SkipRecord) ?? throw RedisText.Foreign("the skip ledger");
            SkippedItem item = record.ToItem();
            return item with { FirstSeen = first.TryGetValue(item.Id.Value, out long ticks) ? new(ticks, TimeSpan.Zero) : item.FirstSeen };
        }
        catch (JsonException)
        {
            throw RedisText.Foreign("the skip ledger");
        }
    }

    private RedisKey[] KeysOf(IntegrationName source) => [redis.Key($"skipped:{{{source}}}:items"), redis.Key($"skipped:{{{source}}}:first")];
}
