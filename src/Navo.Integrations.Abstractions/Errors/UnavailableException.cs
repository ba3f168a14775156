namespace Navo.Integrations.Abstractions;

/// <summary>The source cannot be reached, fails, or is left alone by an open circuit breaker.</summary>
public sealed class UnavailableException : IntegrationException
{
    /// <summary>Makes the failure.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="innerException">The cause.</param>
    public UnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        IsTransient = true;
        Remedy = "Try again later; check the health of the source.";
    }

    /// <summary>How long until the next attempt is let through, where that is known.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
