using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>A search by CQL. Whatever it says, it stays within the configured spaces.</summary>
public sealed record CqlSearch
{
    /// <summary>Makes a search from the builder.</summary>
    /// <param name="query">The query.</param>
    public CqlSearch(Cql query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query = query;
    }

    /// <summary>Makes a search from CQL text.</summary>
    /// <param name="cql">CQL, for example <c>type = page and lastmodified &gt;= now("-7d") order by lastmodified desc</c>.</param>
    /// <exception cref="InvalidQueryException">The text is not CQL; the message says where.</exception>
    /// <remarks><see href="https://developer.atlassian.com/cloud/confluence/advanced-searching-using-cql/"/>.</remarks>
    public CqlSearch(string cql)
        : this(Cql.Raw(cql))
    {
    }

    /// <summary>The query.</summary>
    public Cql Query { get; }

    /// <summary>How many hits a page holds at most, 1 to 250; null for <see cref="ConfluenceOptions.MaxResults"/>.</summary>
    public int? Limit { get; init; }

    /// <summary>The <see cref="SearchPage.Continuation"/> of the page before; null for the first page.</summary>
    public string? Continuation { get; init; }
}
