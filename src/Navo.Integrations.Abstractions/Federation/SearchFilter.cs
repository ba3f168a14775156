namespace Navo.Integrations.Abstractions;

/// <summary>A filter of a <see cref="FederatedQuery"/> that a source may be unable to express.</summary>
public enum SearchFilter
{
    /// <summary><see cref="FederatedQuery.Scopes"/>.</summary>
    Scopes = 0,

    /// <summary><see cref="FederatedQuery.Kinds"/>.</summary>
    Kinds,

    /// <summary><see cref="FederatedQuery.FileTypes"/>.</summary>
    FileTypes,

    /// <summary><see cref="FederatedQuery.Authors"/>.</summary>
    Authors,

    /// <summary><see cref="FederatedQuery.Labels"/>.</summary>
    Labels,

    /// <summary><see cref="FederatedQuery.ModifiedSince"/>, <see cref="FederatedQuery.ModifiedBefore"/> and <see cref="FederatedQuery.MaxAge"/>.</summary>
    Modified,
}
