namespace Navo.Integrations.Core.Http;

/// <summary>How the requests of one integration are paced, retried and given up.</summary>
public sealed class IntegrationHttpOptions
{
    /// <summary>Requests in flight at once to one host, 1 to 1,000.</summary>
    public int MaxConcurrentRequests { get; set; } = 20;

    /// <summary>Requests that may wait for their turn, in order, 0 to 1,000,000; one more is refused as throttled.</summary>
    public int MaxQueuedRequests { get; set; } = 10_000;

    /// <summary>How long one attempt may take, its body included. More than zero; 30 seconds by default.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Attempts after the first, 0 to 10. Only safe requests are repeated.</summary>
    public int MaxRetryAttempts { get; set; } = 3;

    /// <summary>The upper bound of the first wait between attempts; it doubles with each, with full jitter. Half a second by default.</summary>
    public TimeSpan RetryBaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest such wait. What a source asks for in <c>Retry-After</c> is not cut to it. 30 seconds by default.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Retries allowed per call over time, 0 to 1: with 0.1, a full outage costs at most 1.1 requests a call. A retry that a limit (429) gave a time for is not counted.</summary>
    public double RetryBudgetRatio { get; set; } = 0.1;

    /// <summary>The share of failures, above 0 up to 1, that opens the circuit breaker of a host.</summary>
    public double BreakerFailureRatio { get; set; } = 0.5;

    /// <summary>The requests within <see cref="BreakerSamplingDuration"/> below which the breaker stays closed, 2 or more.</summary>
    public int BreakerMinimumThroughput { get; set; } = 10;

    /// <summary>The window over which failures are counted. 30 seconds by default.</summary>
    public TimeSpan BreakerSamplingDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an open breaker lets nothing through before it probes. 15 seconds by default.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The largest answer that is read, in bytes after decompression, 1 KiB to 1 GiB; 32 MiB by default. Downloads that stream are not bound by it.</summary>
    public long MaxResponseBytes { get; set; } = 32L << 20;

    /// <summary>How long a pooled connection lives, so that changes of DNS are seen. Two minutes by default.</summary>
    public TimeSpan PooledConnectionLifetime { get; set; } = TimeSpan.FromMinutes(2);
}
