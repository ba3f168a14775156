using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.EnterpriseGpt.Api;
using Navo.Integrations.EnterpriseGpt.Api.Wire;
using Navo.Integrations.EnterpriseGpt.Mapping;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>
/// Searches the configured vector stores. A store gives its 50 best passages and has no next page, so pages are cut from those of all stores together; where a store had more,
/// the total is not known.
/// </summary>
internal sealed class VectorStoreSearch(GatedReads gated, OpenAiApi api, Func<EnterpriseGptOptions> current, IntegrationName name)
{
    private const int MostPassages = 50;

    public Task<SearchPage> SearchAsync(SearchQuery query, AccessContext reader, CancellationToken cancellationToken)
    {
        EnterpriseGptOptions options = current();
        string[] stores = StoresOf(query, options);
        StoreSearchRequestDto request = new()
        {
            Query = query.Text,
            MaxNumResults = MostPassages,
            Filters = StoreFilter.Of(query),
            RankingOptions = options.MinimumScore > 0 ? new(options.MinimumScore) : null,
        };
        int limit = LimitOf(query.Limit ?? options.MaxResults);
        GatedSearch search = GatedSearch.Of(
            (position, token) => PageAsync(stores, request, query.Kinds, new(PositionOf(position), limit), token),
            query.Text,
            query.Continuation,
            [query.Text, string.Join('\n', stores), limit.ToString(CultureInfo.InvariantCulture), options.MinimumScore.ToString("R", CultureInfo.InvariantCulture), .. SearchFilterKeys.Of(query)]);
        return gated.SearchAsync(IntegrationOperations.Search, reader, search, cancellationToken);
    }

    /// <summary>A page may hold fewer than were asked for, but not fewer than one.</summary>
    private static int LimitOf(int asked) => asked >= 1 ? Math.Min(asked, MostPassages) : throw new InvalidQueryException($"A page holds at least one hit; {asked} were asked for.");

    /// <exception cref="InvalidQueryException">The query names a store that is not configured: nothing there could be found, and no hits would look like an answer.</exception>
    private static string[] StoresOf(SearchQuery query, EnterpriseGptOptions options) =>
        query.Containers.Count == 0 ? [.. options.VectorStores]
        : query.Containers.All(options.VectorStores.Contains) ? [.. options.VectorStores.Where(query.Containers.Contains)]
        : throw new InvalidQueryException("The query is to stay within a vector store that is not among those configured.")
        {
            Remedy = "Name the store in VectorStores, or leave it out of the query's scopes.",
        };

    private static int PositionOf(string? position) => position is null ? 0
        : int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out int offset) ? offset
        : throw new InvalidQueryException("The continuation is none of this search.");

    private async Task<SearchPage> PageAsync(string[] stores, StoreSearchRequestDto request, IReadOnlyList<ContentKind> kinds, Range range, CancellationToken cancellationToken)
    {
        (string Store, StoreSearchDto Found)[] answers = await Task.WhenAll(stores.Select(async store =>
            (store, await api.SearchStoreAsync(store, request, cancellationToken).ConfigureAwait(false)))).ConfigureAwait(false);
        SearchHit[] all =
        [
            .. answers.SelectMany(answer => Required.Member(answer.Found.Data, "data").Select(hit => VectorStoreMapping.ToHit(answer.Store, hit, name)))
                .Where(hit => kinds.Count == 0 || kinds.Contains(hit.Kind))
                .GroupBy(hit => hit.Id)
                .Select(passages => passages.MaxBy(hit => hit.Score)!)
                .OrderByDescending(hit => hit.Score)
                .ThenBy(hit => hit.Id.Value, StringComparer.Ordinal),
        ];
        int end = range.Start + range.Length;
        return new()
        {
            Hits = [.. all.Skip(range.Start).Take(range.Length)],
            Total = answers.Any(answer => answer.Found.HasMore == true) ? SearchTotal.Unknown : SearchTotal.Exact(all.Length),
            Continuation = end < all.Length ? end.ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    private readonly record struct Range(int Start, int Length);
}
