namespace Navo.Integrations.Abstractions;

/// <summary>A place to stay within, bound to the integration that has it. A scope is never widened: a source that can't hold a search within it is not searched.</summary>
public sealed record SearchScope
{
    /// <summary>Makes a scope.</summary>
    /// <param name="kind">What the place is.</param>
    /// <param name="key">Its key or address there, 1 to 2,000 characters.</param>
    /// <param name="integration">The kind of integration, for example <c>confluence</c>, which stands for all instances of it; or one instance, for example <c>confluence:legal</c>.</param>
    /// <exception cref="InvalidQueryException">The key is empty or too long.</exception>
    /// <exception cref="ConfigurationException"><paramref name="integration"/> is no name.</exception>
    public SearchScope(SearchScopeKind kind, string key, string integration)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(integration);
        Kind = kind;
        Key = key.Trim() is { Length: > 0 and <= 2000 } trimmed
            ? trimmed
            : throw new InvalidQueryException("The key of a scope has 1 to 2,000 characters.");
        Integration = IntegrationName.Parse(integration);
    }

    /// <summary>What the place is.</summary>
    public SearchScopeKind Kind { get; }

    /// <summary>Its key or address.</summary>
    public string Key { get; }

    /// <summary>The integration that has it; without an instance it stands for all instances of the kind.</summary>
    public IntegrationName Integration { get; }

    /// <summary>A space of a wiki.</summary>
    /// <param name="key">Its key, for example <c>ENG</c>.</param>
    /// <param name="integration">The integration.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="InvalidQueryException">The key is empty or too long.</exception>
    public static SearchScope Space(string key, string integration = "confluence") => new(SearchScopeKind.Space, key, integration);

    /// <summary>A site.</summary>
    /// <param name="address">Its address, as search hits name it.</param>
    /// <param name="integration">The integration.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="InvalidQueryException">The address is empty or too long.</exception>
    public static SearchScope Site(string address, string integration = "sharepoint") => new(SearchScopeKind.Site, address, integration);

    /// <summary>A library, or a folder of one.</summary>
    /// <param name="address">Its absolute address.</param>
    /// <param name="integration">The integration.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="InvalidQueryException">The address is empty or too long.</exception>
    public static SearchScope Library(string address, string integration = "sharepoint") => new(SearchScopeKind.Library, address, integration);

    /// <summary>A vector store.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="integration">The integration.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="InvalidQueryException">The id is empty or too long.</exception>
    public static SearchScope Store(string id, string integration = "enterprise-gpt") => new(SearchScopeKind.Store, id, integration);

    /// <summary>Whether the scope is bound to an integration.</summary>
    /// <param name="integration">The integration's name.</param>
    /// <returns>Whether it is.</returns>
    public bool IsBoundTo(IntegrationName integration) =>
        Integration.Kind == integration.Kind && (Integration.Instance.Length == 0 || Integration.Instance == integration.Instance);
}
