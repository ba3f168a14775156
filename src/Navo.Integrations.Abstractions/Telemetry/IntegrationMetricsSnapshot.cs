namespace Navo.Integrations.Abstractions;

/// <summary>Figures of calls since the process started. A call that a cache answered counts as a request too.</summary>
public sealed record IntegrationMetricsSnapshot
{
    /// <summary>Calls that ended (<c>requests_total</c>); cancelled ones are not counted.</summary>
    public long RequestsTotal { get; init; }

    /// <summary>Calls that succeeded (<c>requests_successful</c>).</summary>
    public long RequestsSuccessful { get; init; }

    /// <summary>Calls that failed (<c>requests_failed</c>).</summary>
    public long RequestsFailed { get; init; }

    /// <summary>The mean duration (<c>average_response_time</c>).</summary>
    public TimeSpan AverageResponseTime { get; init; }

    /// <summary>The median duration, exact to 5 %.</summary>
    public TimeSpan Percentile50 { get; init; }

    /// <summary>The duration that 95 % of the calls stay within, exact to 5 %.</summary>
    public TimeSpan Percentile95 { get; init; }

    /// <summary>The duration that 99 % of the calls stay within, exact to 5 %.</summary>
    public TimeSpan Percentile99 { get; init; }

    /// <summary>Cache hits by cache look-ups, 0 to 1 (<c>cache_hit_rate</c>); 0 before the first look-up.</summary>
    public double CacheHitRate { get; init; }

    /// <summary>The same for each region of the cache.</summary>
    public CacheHitRates CacheHitRates { get; init; } = new();

    /// <summary>Failed calls by all calls, 0 to 1 (<c>error_rate</c>); 0 before the first call.</summary>
    public double ErrorRate { get; init; }
}
