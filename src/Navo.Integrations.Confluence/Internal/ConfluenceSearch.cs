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
        GatedSearch search = new(
            async (position, token) => SearchQueryCql.WithinWindow(
                await RunAsync(SearchQueryCql.Build(query, settings.Boundary), limit, position, settings, token).ConfigureAwait(false),
                query),
            [query.Text, limit.ToString(CultureInfo.InvariantCulture), settings.BoundaryKey, .. SearchQueryCql.FilterKeys(query)]);
        return reads.SearchAsync(IntegrationOperations.Search, reader, search with { Continuation = query.Continuation }, cancellationToken);
    }

    public Task<SearchPage> ByCqlAsync(CqlSearch query, AccessContext reader, CancellationToken cancellationToken)
    {
        ConfluenceSettings settings = current();
        int limit = Limit(query.Limit, settings);
        GatedSearch search = new(
            (position, token) => RunAsync(SearchQueryCql.Bound(query.Query, settings.Boundary), limit, position, settings, token),
            [query.Query.ToString(), limit.ToString(CultureInfo.InvariantCulture), settings.BoundaryKey]);
        return reads.SearchAsync(ConfluenceOperations.SearchContent, reader, search with { Continuation = query.Continuation }, cancellationToken);
    }

    private async Task<SearchPage> RunAsync(string cql, int limit, string? position, ConfluenceSettings settings, CancellationToken cancellationToken) =>
        settings.Boundary.Filter(await desk.SearchAsync(cql, limit, position, cancellationToken).ConfigureAwait(false));

    private static int Limit(int? asked, ConfluenceSettings settings) => (asked ?? settings.Options.MaxResults) switch
    {
        >= 1 and <= MaxLimit and int limit => limit,
        int refused => throw new InvalidQueryException($"A page holds 1 to {MaxLimit} hits; {refused} were asked for."),
    };
}
