namespace Navo.Integrations.Redis.Internal;

/// <summary>What is done to quotas in one step, by Redis's own clock.</summary>
internal static class QuotaScripts
{
    /// <summary>Notes a pause unless a longer one is noted, and tells of it. Keys: the pauses. Arguments: what pauses, for how many milliseconds, the channel, the message.</summary>
    public const string Pause = """
        local t = redis.call('TIME')
        local now = t[1] * 1000 + math.floor(t[2] / 1000)
        local till = now + tonumber(ARGV[2])
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
        local known = redis.call('ZSCORE', KEYS[1], ARGV[1])
        if not known or tonumber(known) < till then redis.call('ZADD', KEYS[1], till, ARGV[1]) end
        redis.call('PUBLISH', ARGV[3], ARGV[4])
        return 1
        """;

    /// <summary>The pauses that are not over: what pauses and how many milliseconds are left, in turn. Keys: the pauses.</summary>
    public const string Pauses = """
        local t = redis.call('TIME')
        local now = t[1] * 1000 + math.floor(t[2] / 1000)
        local found = redis.call('ZRANGEBYSCORE', KEYS[1], now + 1, '+inf', 'WITHSCORES')
        for i = 2, #found, 2 do found[i] = tostring(tonumber(found[i]) - now) end
        return found
        """;

    /// <summary>Says that a process uses a quota, and counts those that have said so lately. Keys: the users. Arguments: the process, for how many milliseconds that holds.</summary>
    public const string Use = """
        local t = redis.call('TIME')
        local now = t[1] * 1000 + math.floor(t[2] / 1000)
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
        redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        return redis.call('ZCARD', KEYS[1])
        """;
}
