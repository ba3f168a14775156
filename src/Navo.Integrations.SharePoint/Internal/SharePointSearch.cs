using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Mapping;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// Both kinds of search: the shared one by words and filters, and the one by KQL. Neither leaves the configured sites. A reader whose own token is there searches with it, and
/// Graph trims; any other reader's hits are trimmed here, one decision each.
/// </summary>
internal sealed class SharePointSearch(GatedReads reads, IIntegrationPipeline pipeline, IGraphApi api, SharePointSites sites, SearchRegion region, GraphCredentials credentials, Func<SharePointSettings> current)
{
    private const int MaxLimit = 500;
    private const int MaxBuckets = 100;

    private static readonly Dictionary<DocumentSearchKind, string> EntityTypes = new()
    {
        [DocumentSearchKind.DriveItem] = "driveItem",
        [DocumentSearchKind.ListItem] = "listItem",
        [DocumentSearchKind.Site] = "site",
    };

    public Task<SearchPage> ByWordsAsync(SearchQuery query, AccessContext reader, CancellationToken cancellationToken)
    {
        SharePointSettings settings = current();
        int limit = Limit(query.Limit, settings);
        return SearchAsync(
            IntegrationOperations.Search,
            reader,
            (position, token) => WordsAsync(query, limit, position, token),
            [query.Continuation, query.Text, limit.ToString(CultureInfo.InvariantCulture), settings.BoundaryKey, .. SearchFilterKeys.Of(query)],
            cancellationToken);
    }

    public Task<SearchPage> ByKqlAsync(DocumentSearch search, AccessContext reader, CancellationToken cancellationToken)
    {
        SharePointSettings settings = current();
        int limit = Limit(search.Limit, settings);
        return SearchAsync(
            SharePointOperations.SearchDocuments,
            reader,
            async (position, token) => await RunAsync(search, Bound(search, await BoundaryAsync(token).ConfigureAwait(false)), limit, position, token).ConfigureAwait(false),
            [search.Continuation, search.Query.ToString(), search.Kind.ToString(), string.Join('\n', search.Sort), limit.ToString(CultureInfo.InvariantCulture), settings.BoundaryKey],
            cancellationToken);
    }

    /// <summary>Counts by a property. Counts can't be trimmed, so a user gets them only with the user's own token.</summary>
    public async Task<IReadOnlyList<DocumentCount>> CountAsync(Kql query, string property, AccessContext reader, CancellationToken cancellationToken)
    {
        GraphTokenSource? tokens = reader.User is { } user ? await credentials.OfUserAsync(user, cancellationToken).ConfigureAwait(false) : null;
        using IDisposable? acting = tokens is null ? null : GraphActor.Begin(tokens);
        if (!reader.IsService && acting is null)
        {
            throw new PermissionException("Counts can't be trimmed to what a reader may see; they are for the service, or for a reader whose own token is there.");
        }

        Kql bound = SearchQueryKql.Bound(query, await BoundaryAsync(cancellationToken).ConfigureAwait(false));
        SearchRequestDto request = new()
        {
            EntityTypes = [EntityTypes[DocumentSearchKind.DriveItem]],
            Query = new() { QueryString = bound.ToString() },
            From = 0,
            Size = 1,
            Region = await region.GetAsync(cancellationToken).ConfigureAwait(false),
            Aggregations = [new() { Field = property, Size = MaxBuckets, BucketDefinition = new() { SortBy = "count", IsDescending = true, MinimumCount = 0 } }],
        };
        HitsContainerDto found = await AskAsync(request, cancellationToken).ConfigureAwait(false);
        return [.. (found.Aggregations ?? []).SelectMany(aggregation => aggregation.Buckets ?? []).Select(bucket => new DocumentCount(bucket.Key ?? string.Empty, bucket.Count ?? 0))];
    }

    private async Task<SearchPage> SearchAsync(
        IntegrationOperation operation, AccessContext reader, Func<string?, CancellationToken, Task<SearchPage>> search, string?[] keys, CancellationToken cancellationToken)
    {
        if (reader.IsService || await credentials.OfUserAsync(reader.User!.Value, cancellationToken).ConfigureAwait(false) is not { } tokens)
        {
            return await reads.SearchAsync(operation, reader, GatedSearch.Of(search, keys[1], keys[0], keys[1..]), cancellationToken).ConfigureAwait(false);
        }

        // Graph's page is its decision on each hit, and no gate stands behind it: it is kept for as long as a decision, and forgotten with them.
        IntegrationOperation decided = operation with { Region = CacheRegion.Permission };
        return await pipeline.ExecuteAsync(decided, new IntegrationCall<SearchPage>(reader, AsUserAsync, keys) { QueryText = keys[1] }, cancellationToken).ConfigureAwait(false);

        async Task<SearchPage> AsUserAsync(CancellationToken token)
        {
            string? position = Continuation.Open(keys[0], reader, keys.AsSpan(1));
            using IDisposable acting = GraphActor.Begin(tokens);
            SearchPage page = await search(position, token).ConfigureAwait(false);
            return page with { Continuation = Continuation.Seal(page.Continuation, reader, keys.AsSpan(1)) };
        }
    }

    private async Task<SearchPage> WordsAsync(SearchQuery query, int limit, string? position, CancellationToken cancellationToken)
    {
        Dictionary<string, Uri?> named = [];
        foreach (string key in query.Containers)
        {
            named[key] = SiteEntry.TryParse(key, out SiteEntry? entry) ? new Uri(await sites.AddressOfAsync(entry!, cancellationToken).ConfigureAwait(false)) : null;
        }

        Kql kql = SearchQueryKql.Build(query, await BoundaryAsync(cancellationToken).ConfigureAwait(false), key => named[key]);
        return await RunAsync(new(kql), kql, limit, position, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SearchPage> RunAsync(DocumentSearch search, Kql kql, int limit, string? position, CancellationToken cancellationToken)
    {
        int from = Position(position);
        SearchRequestDto request = new()
        {
            EntityTypes = [EntityTypes[search.Kind]],
            Query = new() { QueryString = kql.ToString() },
            From = from,
            Size = limit,
            SortProperties = search.Sort.Count == 0 ? null : [.. search.Sort.Select(sort => new SortPropertyDto { Name = sort.Property, IsDescending = sort.IsDescending })],
            Region = await region.GetAsync(cancellationToken).ConfigureAwait(false),
        };
        HitsContainerDto found = await AskAsync(request, cancellationToken).ConfigureAwait(false);
        return await ToPageAsync(found, from, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HitsContainerDto> AskAsync(SearchRequestDto request, CancellationToken cancellationToken) =>
        GraphSearchMapping.Container(await GraphPages.ReadAsync<SearchResponsesDto>(api.SearchAsync(new() { Requests = [request] }, cancellationToken), cancellationToken).ConfigureAwait(false));

    private async Task<SearchPage> ToPageAsync(HitsContainerDto found, int from, CancellationToken cancellationToken)
    {
        IReadOnlyList<SearchHitDto> hits = found.Hits ?? [];
        SearchTally tally = new(pipeline.Name, sites);
        foreach (SearchHitDto hit in hits)
        {
            await tally.AddAsync(hit, cancellationToken).ConfigureAwait(false);
        }

        bool goesOn = found.MoreResultsAvailable is true && hits.Count > 0;
        return new()
        {
            Hits = tally.Hits,
            Total = tally.IsWhole && found.Total is { } total ? SearchTotal.Estimated(total) : SearchTotal.Unknown,
            Omitted = tally.Omitted,
            Continuation = goesOn ? (from + hits.Count).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    /// <summary>A site's own entry has the site's address, while all else lies below it.</summary>
    private static Kql Bound(DocumentSearch search, IReadOnlyList<Uri> boundary) => search.Kind == DocumentSearchKind.Site && boundary.Count > 0
        ? SearchQueryKql.Bound(search.Query, boundary) | (search.Query & boundary.Select(Kql.Path.Is).Aggregate(static (left, right) => left | right))
        : SearchQueryKql.Bound(search.Query, boundary);

    /// <summary>The addresses that a query is held within; none only where no sites are configured.</summary>
    private async Task<IReadOnlyList<Uri>> BoundaryAsync(CancellationToken cancellationToken)
    {
        if (!sites.HasBoundary)
        {
            return [];
        }

        SiteBoundary boundary = await sites.BoundaryAsync(cancellationToken).ConfigureAwait(false);
        return boundary.Addresses.Count > 0
            ? [.. boundary.Addresses.Select(address => new Uri(address))]
            : throw new PermissionException("None of the configured sites can be found, and the search must not leave them.") { Remedy = "Correct the option Sites, or grant the application these sites." };
    }

    private static int Position(string? position) => position is null ? 0
        : int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out int from) ? from
        : throw new InvalidQueryException("The continuation is none of this search.");

    private static int Limit(int? asked, SharePointSettings settings) => (asked ?? settings.Options.MaxResults) switch
    {
        >= 1 and <= MaxLimit and int limit => limit,
        int refused => throw new InvalidQueryException($"A page holds 1 to {MaxLimit} hits; {refused} were asked for."),
    };
}
