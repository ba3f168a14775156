namespace Navo.Integrations.Abstractions;

/// <summary>The credentials are accepted but do not allow this, or it could not be established that they do.</summary>
public sealed class PermissionException : IntegrationException
{
    /// <summary>Makes the failure.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="innerException">The cause.</param>
    public PermissionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Remedy = "Grant the account the right or scope that the message names.";
    }
}
