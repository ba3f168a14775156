namespace Navo.Integrations.Abstractions;

/// <summary>The call did not finish within its deadline.</summary>
public sealed class IntegrationTimeoutException : IntegrationException
{
    /// <summary>Makes the failure.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="innerException">The cause.</param>
    public IntegrationTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        IsTransient = true;
        Remedy = "Try again, or raise the Timeout option if the source is known to be slow.";
    }
}
