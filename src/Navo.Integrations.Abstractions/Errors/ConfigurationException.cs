namespace Navo.Integrations.Abstractions;

/// <summary>The configuration cannot work. The message names the key to mend.</summary>
public sealed class ConfigurationException : IntegrationException
{
    /// <summary>Makes the failure.</summary>
    /// <param name="message">What was wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ConfigurationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Remedy = "Mend the configuration key that the message names.";
    }

    /// <summary>The configuration key to mend, for example <c>Navo:Integrations:Confluence:BaseUrl</c>.</summary>
    public string? Key { get; init; }
}
