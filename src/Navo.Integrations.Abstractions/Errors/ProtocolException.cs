namespace Navo.Integrations.Abstractions;

/// <summary>The source's answer made no sense: not the promised shape, cut off, too large, or pointing to where it must not.</summary>
public sealed class ProtocolException : IntegrationException
{
    /// <summary>Makes the failure.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ProtocolException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Remedy = "Check that the address leads to the service itself and not to a proxy or login page; report it if it recurs.";
    }
}
