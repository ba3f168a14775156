namespace Navo.Integrations.Redis;

/// <summary>Where Redis is, and how several workers share a sync through it. Section <c>Navo:Integrations:Redis</c>.</summary>
public sealed class RedisOptions
{
    /// <summary>
    /// The connection string in the form of StackExchange.Redis, for example <c>redis.your-company.com:6380,ssl=true,user=navo,password=…</c>. A secret: it stands in no log and no exception.
    /// Not needed where the application registers its own <c>IConnectionMultiplexer</c>.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>What all keys begin with: letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>:</c>. Applications that share a Redis and not their syncs need one each. By default <c>navo</c>.</summary>
    public string KeyPrefix { get; set; } = "navo";

    /// <summary>How long a partition stays with a worker that died, one second to one hour. A worker that lives renews it three times in that. By default 30 seconds.</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection may take to come about, 100 ms to one minute. By default 5 seconds. A multiplexer of the application's has its own.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an answer may take, 100 ms to one minute. By default 5 seconds. A multiplexer of the application's has its own.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Says where nothing secret is.</summary>
    /// <returns>The prefix.</returns>
    public override string ToString() => $"Redis under '{KeyPrefix}'";
}
