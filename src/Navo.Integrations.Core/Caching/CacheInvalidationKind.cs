namespace Navo.Integrations.Core.Caching;

/// <summary>How much is to be forgotten. A kind that is not known counts as <see cref="Everything"/>.</summary>
public enum CacheInvalidationKind
{
    /// <summary>All.</summary>
    Everything = 0,

    /// <summary>Decisions about who may see what.</summary>
    Access,

    /// <summary>What is kept of one item.</summary>
    Item,
}
