namespace Navo.Integrations.Redis.Internal;

/// <summary>What Redis does to an inventory in one step.</summary>
internal static class InventoryScripts
{
    /// <summary>Gives an inventory its id, or tells it.</summary>
    public const string Identify = """
        redis.call('HSETNX', KEYS[1], '', ARGV[1])
        return redis.call('HGET', KEYS[1], '')
        """;

    /// <summary>
    /// Notes an item (id, text, generation, partition) or takes it out (empty text), and moves it from partition to partition. With the last argument '1' only where the text before is the one that is
    /// expected; an empty one means that the item is out.
    /// </summary>
    public const string Write = """
        local old = redis.call('HGET', KEYS[1], ARGV[1])
        if ARGV[7] == '1' and (old or '') ~= ARGV[6] then return 0 end
        local before = old and string.sub(old, 57)
        if before and (before ~= ARGV[4] or ARGV[2] == '') then redis.call('ZREM', ARGV[5] .. before, ARGV[1]) end
        if ARGV[2] == '' then
          redis.call('HDEL', KEYS[1], ARGV[1])
          return 1
        end
        redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
        redis.call('ZADD', KEYS[3], ARGV[3], ARGV[1])
        local latest = redis.call('ZSCORE', KEYS[2], ARGV[4])
        if not latest or tonumber(latest) < tonumber(ARGV[3]) then redis.call('ZADD', KEYS[2], ARGV[3], ARGV[4]) end
        return 1
        """;

    /// <summary>
    /// A page of a partition's items below a generation, after one (score and id) that may have left its place meanwhile: for a moment something stands right behind where it was, and says how many are
    /// before it. What does not change stays in its order, so nothing is passed over while others come and go.
    /// </summary>
    public const string Page = """
        local from = 0
        if ARGV[3] ~= '' then
          local behind = ARGV[3] .. '\0'
          redis.call('ZADD', KEYS[1], ARGV[2], behind)
          from = redis.call('ZRANK', KEYS[1], behind)
          redis.call('ZREM', KEYS[1], behind)
        end
        local found = redis.call('ZRANGE', KEYS[1], from, from + ARGV[4] - 1, 'WITHSCORES')
        local page = {}
        for i = 1, #found, 2 do
          if tonumber(found[i + 1]) >= tonumber(ARGV[1]) then break end
          page[#page + 1] = found[i]
          page[#page + 1] = found[i + 1]
        end
        return page
        """;
}
