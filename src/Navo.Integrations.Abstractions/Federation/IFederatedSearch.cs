namespace Navo.Integrations.Abstractions;

/// <summary>
/// One question to all registered integrations at once, under one deadline. Each asks its source on behalf of the same reader, so nothing is in a page that the reader may not see.
/// </summary>
/// <remarks>
/// A source that is down, slow or unable to express a filter never fails the others, and not even all of them together fail the search: the page's
/// <see cref="FederatedPage.Reports"/> say of each what came of it, and <see cref="FederatedPage.HasAnswer"/> whether any answered. Safe for concurrent use.
/// </remarks>
public interface IFederatedSearch
{
    /// <summary>Asks all sources and waits for them, or for the deadline.</summary>
    /// <param name="query">What to look for, where, and which page of it.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the search and every source's part of it.</param>
    /// <returns>The fused page, with a report for each source.</returns>
    /// <exception cref="InvalidQueryException">The query names a source that is not registered, or its continuation belongs to another query or reader.</exception>
    Task<FederatedPage> SearchAsync(FederatedQuery query, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>The same, told as it happens: each source's hits as soon as that source is done, then the fused page.</summary>
    /// <param name="query">What to look for, where, and which page of it.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the search. Leaving the enumeration early cancels it too.</param>
    /// <returns>An update for each source in the order in which they end, then one that carries <see cref="FederatedUpdate.Page"/>.</returns>
    /// <exception cref="InvalidQueryException">See <see cref="SearchAsync"/>; thrown by the first step of the enumeration.</exception>
    IAsyncEnumerable<FederatedUpdate> StreamAsync(FederatedQuery query, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>Many queries on behalf of one reader; those that ask the same are carried out once.</summary>
    /// <param name="queries">The queries.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="options">How many at once, and in which order they come back; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the run. Leaving the enumeration early cancels it too.</param>
    /// <returns>As many items as queries; a query that cannot be carried out is an item with its failure.</returns>
    IAsyncEnumerable<BatchItem<FederatedQuery, FederatedPage>> SearchManyAsync(
        IEnumerable<FederatedQuery> queries, AccessContext reader, BatchOptions? options = null, CancellationToken cancellationToken = default);
}
