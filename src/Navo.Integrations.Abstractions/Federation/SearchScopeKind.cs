namespace Navo.Integrations.Abstractions;

/// <summary>What kind of place a <see cref="SearchScope"/> is.</summary>
public enum SearchScopeKind
{
    /// <summary>A space of a wiki.</summary>
    Space = 0,

    /// <summary>A site.</summary>
    Site,

    /// <summary>A library, or a folder of one.</summary>
    Library,

    /// <summary>A vector store.</summary>
    Store,
}
