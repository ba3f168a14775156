using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Both kinds of search: the shared one by words and filters, and the one by CQL. Neither leaves the configured spaces.</summary>
internal sealed class ConfluenceSearch(GatedReads reads, IConfluenceDesk desk, Func<ConfluenceSettings> current)
{
    private const int MaxLimit = 250;

    public Task<SearchPage> ByWordsAsync(SearchQuery query, AccessContext reader, CancellationToken cancellationToken)
    {
        ConfluenceSettings settings = current();
        int limit = Limit(query.Limit, settings);
        return reads.SearchAsync(IntegrationOperations.Search, reader, new WordSearch(this, query, settings, limit.ToString(CultureInfo.InvariantCulture)) { QueryText = query.Text }, cancellationToken);
    }

    public Task<SearchPage> ByCqlAsync(CqlSearch query, AccessContext reader, CancellationToken cancellationToken)
    {
        ConfluenceSettings settings = current();
        int limit = Limit(query.Limit, settings);
        GatedSearch search = GatedSearch.Of(
            (position, token) => RunAsync(SearchQueryCql.Bound(query.Query, settings.Boundary), limit, position, settings, token),
            query.Query.ToString(),
            query.Continuation,
            query.Query.ToString(),
            limit.ToString(CultureInfo.InvariantCulture),
            settings.BoundaryKey);
        return reads.SearchAsync(ConfluenceOperations.SearchContent, reader, search, cancellationToken);
    }

    private async Task<SearchPage> RunAsync(string cql, int limit, string? position, ConfluenceSettings settings, CancellationToken cancellationToken) =>
        settings.Boundary.Filter(await desk.SearchAsync(cql, limit, position, cancellationToken).ConfigureAwait(false));

    private static int Limit(int? asked, ConfluenceSettings settings) => (asked ?? settings.Options.MaxResults) switch
    {
        >= 1 and <= MaxLimit and int limit => limit,
        int refused => throw new InvalidQueryException($"A page holds 1 to {MaxLimit} hits; {refused} were asked for."),
    };

    private sealed class WordSearch(ConfluenceSearch owner, SearchQuery query, ConfluenceSettings settings, string limit)
        : GatedSearch(Keys(query, settings.BoundaryKey, limit))
    {
        /// <summary>One array for a plain query, which is most of them: a hit in the cache is counted in bytes.</summary>
        private static string?[] Keys(SearchQuery query, string boundary, string limit) => SearchFilterKeys.Of(query) is { Length: > 0 } filters
            ? [query.Continuation, query.Text, limit, boundary, .. filters]
            : [query.Continuation, query.Text, limit, boundary];

        protected override async Task<SearchPage> FindAsync(string? position, CancellationToken cancellationToken)
        {
            string cql = SearchQueryCql.Build(query, settings.Boundary);
            SearchPage page = await owner.RunAsync(cql, Limit(query.Limit, settings), position, settings, cancellationToken).ConfigureAwait(false);
            return SearchQueryCql.WithinWindow(page, query);
        }
    }
}
