namespace Navo.Integrations.Core.Caching;

/// <summary>The parts of the cache, each with its own lifetime and switch.</summary>
public enum CacheRegion
{
    /// <summary>Never kept.</summary>
    None = 0,

    /// <summary>Search pages and lists.</summary>
    Response,

    /// <summary>Whole contents.</summary>
    Content,

    /// <summary>Permission decisions; never served stale.</summary>
    Permission,

    /// <summary>Metadata.</summary>
    Metadata,
}
