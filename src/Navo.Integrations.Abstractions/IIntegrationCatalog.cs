namespace Navo.Integrations.Abstractions;

/// <summary>All integrations that the application registered, by name.</summary>
public interface IIntegrationCatalog : IReadOnlyCollection<IIntegration>
{
    /// <summary>The integration registered under a name.</summary>
    /// <param name="name">For example <c>confluence</c>, or <c>confluence:legal</c> for a named instance.</param>
    /// <exception cref="ConfigurationException">No integration has that name; the message lists those that there are.</exception>
    IIntegration this[string name] { get; }

    /// <summary>Looks an integration up without throwing.</summary>
    /// <param name="name">The name.</param>
    /// <param name="integration">The integration, or null.</param>
    /// <returns>Whether there is one.</returns>
    bool TryGet(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IIntegration? integration);
}
