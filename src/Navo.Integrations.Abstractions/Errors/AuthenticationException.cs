namespace Navo.Integrations.Abstractions;

/// <summary>The source does not accept the credentials, or none could be had.</summary>
public sealed class AuthenticationException : IntegrationException
{
    /// <summary>Makes the failure.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="innerException">The cause.</param>
    public AuthenticationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Remedy = "Check the configured credentials and whether they have expired; then call RefreshCredentialsAsync or restart.";
    }
}
