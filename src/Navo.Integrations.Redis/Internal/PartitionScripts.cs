namespace Navo.Integrations.Redis.Internal;

/// <summary>What Redis does to the partitions of a sync in one step. A hash holds three fields of each: its turn, its state and its passes.</summary>
internal static class PartitionScripts
{
    public const string Turn = "turn:";
    public const string State = "state:";
    public const string Passes = "passes:";

    /// <summary>A new turn of a partition, after which nothing is saved under an older one; tells it with the partition as it stands.</summary>
    public const string Take = """
        local turn = redis.call('HINCRBY', KEYS[1], 'turn:' .. ARGV[1], 1)
        return { turn, redis.call('HGET', KEYS[1], 'state:' .. ARGV[1]), redis.call('HGET', KEYS[1], 'passes:' .. ARGV[1]) }
        """;

    /// <summary>Saves a partition (turn, state or nothing, passes) if the turn is the latest one.</summary>
    public const string Save = """
        if redis.call('HGET', KEYS[1], 'turn:' .. ARGV[1]) ~= ARGV[2] then return 0 end
        if ARGV[3] ~= '' then redis.call('HSET', KEYS[1], 'state:' .. ARGV[1], ARGV[3]) end
        redis.call('HSET', KEYS[1], 'passes:' .. ARGV[1], ARGV[4])
        return 1
        """;
}
