namespace Navo.Integrations.Confluence;

/// <summary>The fields by which a query can be sorted.</summary>
public enum CqlSortField
{
    /// <summary>When it was last modified.</summary>
    LastModified,

    /// <summary>When it was created.</summary>
    Created,

    /// <summary>The title.</summary>
    Title,
}
