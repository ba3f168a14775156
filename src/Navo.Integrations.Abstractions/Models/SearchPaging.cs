using System.Runtime.CompilerServices;

namespace Navo.Integrations.Abstractions;

/// <summary>Walks all pages of a search.</summary>
public static class SearchPaging
{
    /// <summary>All pages of a search, one after the other, each item once.</summary>
    /// <param name="integration">The integration.</param>
    /// <param name="query">The query; its own continuation, if any, is where the walk begins.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the walk.</param>
    /// <returns>The pages; each says what was left out of it. Hits that an earlier page held are left out and counted as duplicates.</returns>
    /// <exception cref="ProtocolException">The source's paging leads back to a page that was already seen.</exception>
    /// <exception cref="IntegrationException">See <see cref="IIntegration.SearchAsync"/>.</exception>
    public static async IAsyncEnumerable<SearchPage> SearchPagesAsync(
        this IIntegration integration,
        SearchQuery query,
        AccessContext reader,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(integration);
        ArgumentNullException.ThrowIfNull(query);
        HashSet<ContentId> seen = [];
        HashSet<string> continuations = [];
        for (SearchQuery? next = query; next is not null;)
        {
            SearchPage page = await integration.SearchAsync(next, reader, cancellationToken).ConfigureAwait(false);
            yield return WithoutSeen(page, seen);
            if (page.Continuation is { } continuation && !continuations.Add(continuation))
            {
                throw new ProtocolException("The paging of the search leads back to a page that was already seen.");
            }

            next = page.Continuation is null ? null : next with { Continuation = page.Continuation };
        }
    }

    private static SearchPage WithoutSeen(SearchPage page, HashSet<ContentId> seen)
    {
        List<SearchHit> fresh = [.. page.Hits.Where(hit => seen.Add(hit.Id))];
        int repeated = page.Hits.Count - fresh.Count;
        return repeated == 0 ? page : page with { Hits = fresh, Omitted = [.. page.Omitted, new(OmissionReason.Duplicate, repeated)] };
    }
}
