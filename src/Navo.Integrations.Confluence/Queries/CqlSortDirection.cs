namespace Navo.Integrations.Confluence;

/// <summary>The direction of a sort.</summary>
public enum CqlSortDirection
{
    /// <summary>The smallest, earliest or first in the alphabet comes first.</summary>
    Ascending,

    /// <summary>The greatest, latest or last in the alphabet comes first.</summary>
    Descending,
}
