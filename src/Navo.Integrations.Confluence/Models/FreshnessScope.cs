using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>Of which contents the freshness is tracked: a space, a query, or ids.</summary>
public sealed class FreshnessScope
{
    private FreshnessScope(string? spaceKey, Cql? query, IReadOnlyCollection<ContentId>? ids) => (SpaceKey, Query, Ids) = (spaceKey, query, ids);

    internal string? SpaceKey { get; }

    internal Cql? Query { get; }

    internal IReadOnlyCollection<ContentId>? Ids { get; }

    /// <summary>All pages and blog posts of a space.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="InvalidQueryException">The key can't be one.</exception>
    public static FreshnessScope Space(string key) => new(key, Cql.Space.Is(key) & Cql.Type.In(CqlContentType.Page, CqlContentType.BlogPost), ids: null);

    /// <summary>What a query finds.</summary>
    /// <param name="query">The query.</param>
    /// <returns>The scope.</returns>
    public static FreshnessScope Matching(Cql query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(spaceKey: null, query, ids: null);
    }

    /// <summary>Single contents.</summary>
    /// <param name="ids">Their ids.</param>
    /// <returns>The scope.</returns>
    public static FreshnessScope Items(params IReadOnlyCollection<ContentId> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(spaceKey: null, query: null, ids);
    }
}
