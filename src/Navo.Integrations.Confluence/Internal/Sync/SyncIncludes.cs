using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Confluence.Mapping.Storage;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>
/// Tells pages that show parts of others anew when those were edited, wherever within the configured spaces they stand. Confluence has no way to ask who includes a page: the pages of a space with
/// such a macro are found by CQL, and what they include by their bodies.
/// </summary>
internal sealed class SyncIncludes(ISyncDesk desk, Func<SpaceBoundary> boundary)
{
    private const int MaxQueryLength = 1500;

    public async Task<(IReadOnlyList<SyncItem> Items, ChangePosition Next)> ReadAsync(ContainerRef space, ChangePosition start, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ChangePosition at = start.Included.Begun == default ? start with { Included = start.Included with { Begun = now } } : start;
        ListDto<SyncHitDto> hosts;
        try
        {
            hosts = await desk.SearchBodiesAsync(SyncQueries.Hosts(space), at.Cursor, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidQueryException) when (at.Cursor is not null)
        {
            // The cursor has had its time. Once too often, and the next run looks at the same time again.
            return ([], at.MayRestart ? at with { Cursor = null, Restarts = at.Restarts + 1 } : at with { Cursor = null, Stage = SyncStage.Bin, Included = at.Included.Forget() });
        }

        (ContentId Host, IncludedPage Page)[] shown = [.. (hosts.Results ?? []).Where(static hit => hit.Content is { Id: not null })
            .SelectMany(hit => IncludedBy(space, hit.Content!), static (hit, included) => (new ContentId(hit.Content!.Id!), included))];
        (HashSet<ContentId> touched, IncludePosition included) = await FindTouchedAsync(shown, at.Included, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<SyncItem> items = touched.Count == 0 ? [] : await desk.ReadAsync(space, [.. touched], cancellationToken).ConfigureAwait(false);
        string? cursor = hosts.Results is { Count: > 0 } ? NextLink.PositionOf(hosts.Links, desk.PositionParameter, at.Cursor) : null;
        ChangePosition next = at with { Included = included, Cursor = cursor, Stage = cursor is null ? SyncStage.Bin : SyncStage.Includes };
        return ([.. items.Select(static item => item is SyncItem.Present present ? present with { IsTouched = true } : item)], next);
    }

    private async Task<(HashSet<ContentId> Touched, IncludePosition Next)> FindTouchedAsync(
        IReadOnlyList<(ContentId Host, IncludedPage Page)> shown, IncludePosition at, CancellationToken cancellationToken)
    {
        ILookup<string, ContentId> hosts = shown.ToLookup(static pair => pair.Page.Key, static pair => pair.Host);
        HashSet<ContentId> touched = [];
        IncludePosition next = at;
        foreach (IReadOnlyList<IncludedPage> some in Portions(shown.Select(static pair => pair.Page).DistinctBy(static page => page.Key)))
        {
            ListDto<SyncHitDto> edited = await desk.SearchAsync(SyncQueries.Included(some, at.From()), ConfluenceDefaults.MaxPageSize, null, cancellationToken).ConfigureAwait(false);
            SyncHitDto[] hits = [.. (edited.Results ?? []).Where(static hit => hit.Content is { Id: not null, Title: not null, Space.Key: not null })];
            foreach (SyncHitDto hit in hits.Where(at.IsNew))
            {
                touched.UnionWith(hosts[new IncludedPage(hit.Content!.Space!.Key!, hit.Content.Title!).Key]);
            }

            next = next.Take(hits);
        }

        return (touched, next);
    }

    /// <summary>What a page includes, within the configured spaces. A body that can't be read shows nothing of others.</summary>
    private IEnumerable<IncludedPage> IncludedBy(ContainerRef space, ContentDto host)
    {
        try
        {
            RenderedMarkup body = StorageMarkup.Render(host.Body?.Storage?.Value ?? string.Empty, new() { Title = host.Title ?? string.Empty });
            SpaceBoundary within = boundary();
            return [.. body.Included
                .Where(included => included.Title.Length > 0 && within.Contains(new ContainerRef(included.Container ?? space.Key)))
                .Select(included => new IncludedPage(included.Container ?? space.Key, included.Title))];
        }
        catch (ProtocolException)
        {
            return [];
        }
    }

    /// <summary>As many at once as an address has room for.</summary>
    private static IEnumerable<IReadOnlyList<IncludedPage>> Portions(IEnumerable<IncludedPage> pages)
    {
        List<IncludedPage> portion = [];
        int length = 0;
        foreach (IncludedPage page in pages)
        {
            int added = page.Space.Length + page.Title.Length + 30;
            if (portion.Count > 0 && length + added > MaxQueryLength)
            {
                yield return portion;
                (portion, length) = ([], 0);
            }

            portion.Add(page);
            length += added;
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }
}
