using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>A search by KQL.</summary>
public sealed record DocumentSearch
{
    /// <summary>Makes a search.</summary>
    /// <param name="query">The query: built with <see cref="Kql"/>, or raw text through <see cref="Kql.Raw"/>.</param>
    public DocumentSearch(Kql query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query = query;
    }

    /// <summary>The query.</summary>
    public Kql Query { get; }

    /// <summary>The kind of thing to find; documents and folders by default. Graph does not mix kinds freely, so one search finds one kind.</summary>
    public DocumentSearchKind Kind { get; init; }

    /// <summary>Properties to sort by, the first before the others; empty for relevance. Only sortable managed properties; others are refused by the service.</summary>
    public IReadOnlyList<DocumentSort> Sort { get; init; } = [];

    /// <summary>Hits on a page, 1 to 500; null for <see cref="SharePointOptions.MaxResults"/>.</summary>
    public int? Limit { get; init; }

    /// <summary>The <see cref="SearchPage.Continuation"/> of the page before; null for the first page.</summary>
    public string? Continuation { get; init; }
}
