namespace Navo.Integrations.Abstractions;

/// <summary>The item is absent or not visible: sources answer the same for both, and so does this exception.</summary>
public sealed class NotFoundException : IntegrationException
{
    /// <summary>Makes the failure.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="innerException">The cause.</param>
    public NotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Remedy = "Check the id, and whether the reader and the configured account may see the item.";
    }
}
