namespace Navo.Integrations.Abstractions;

/// <summary>The source, or the limit on calls in flight, asks to wait longer than the caller's deadline allows.</summary>
public sealed class ThrottledException : IntegrationException
{
    /// <summary>Makes the failure.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ThrottledException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        IsTransient = true;
        Remedy = "Try again after RetryAfter; lower the concurrency if this recurs.";
    }

    /// <summary>How long to wait, measured from when this was thrown; null where nothing was said.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>When to come back.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
