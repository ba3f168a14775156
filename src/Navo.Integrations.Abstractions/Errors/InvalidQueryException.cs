namespace Navo.Integrations.Abstractions;

/// <summary>The request itself cannot be carried out: a malformed query, id, filter or continuation.</summary>
public sealed class InvalidQueryException : IntegrationException
{
    /// <summary>Makes the failure.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="innerException">The cause.</param>
    public InvalidQueryException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Remedy = "Correct the argument that the message names.";
    }
}
