using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;
using Navo.Integrations.Confluence.Mapping;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>
/// What has changed in a space: by CQL, then the pages below those that have moved, then those that show parts of edited ones, then the bin. CQL only says where to look; what is told is read by id. What CQL does not show (moves
/// without an edit, restrictions, what was archived or restored, deletions for good) the next enumeration finds.
/// </summary>
internal sealed class SyncChanges(ISyncDesk desk, SyncIncludes includes, PlaceMemory places, TimeProvider time)
{
    private const int PageSize = 250;
    private const int MaxRoots = 100;

    /// <summary>Begins with the newest change of the source, by its clock.</summary>
    public async Task<string> StartAsync(ContainerRef space, CancellationToken cancellationToken)
    {
        ListDto<SyncHitDto> newest = await desk.SearchAsync(SyncQueries.Changes(space, default), PageSize, null, cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = time.GetUtcNow();
        IncludePosition included = new() { Watermark = now - ChangePosition.Settled }; // our clock may be ahead of the source's
        return new ChangePosition { Included = included }.Take(Hits(newest), now).Finish().ToText();
    }

    public Task<SyncPage> ReadAsync(ContainerRef space, string position, CancellationToken cancellationToken) => ChangePosition.Parse(position) switch
    {
        null => Task.FromResult(new SyncPage { Position = string.Empty, MustEnumerate = true }),
        { Stage: SyncStage.Search } at => SearchAsync(space, at, cancellationToken),
        { Stage: SyncStage.Subtrees, Roots.Count: > 0 } at => DescendAsync(space, at, cancellationToken),
        { Stage: SyncStage.Bin } at => LookIntoBinAsync(space, at, cancellationToken),
        { } at => FollowIncludesAsync(space, at, cancellationToken),
    };

    private async Task<SyncPage> SearchAsync(ContainerRef space, ChangePosition at, CancellationToken cancellationToken)
    {
        if (at.IsStale(time.GetUtcNow()) && at.MayRestart)
        {
            return Page([], at.Restart());
        }

        ListDto<SyncHitDto> answer;
        try
        {
            answer = await desk.SearchAsync(SyncQueries.Changes(space, at.From), PageSize, at.Cursor, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidQueryException) when (at.Cursor is not null)
        {
            return Page([], at.MayRestart ? at.Restart() : at with { Cursor = null, Stage = SyncStage.Subtrees, IsUnproven = true }); // the cursor has had its time; once too often, and the next run looks again
        }

        SyncHitDto[] hits = Hits(answer);
        IReadOnlyList<SyncItem> items = await ReadAsync(space, [.. hits.Where(at.IsNew).Select(static hit => hit.Content!)], cancellationToken).ConfigureAwait(false);
        string[] moved = [.. items.OfType<SyncItem.Present>().Where(item => item.Metadata.Kind == ContentKind.Page && places.HasMoved(item.Metadata, at.Reading)).Select(static item => item.Id.Value)];
        places.Note(items, at.Reading);
        string? cursor = hits.Length > 0 && !at.IsEnd(hits) ? NextLink.PositionOf(answer.Links, desk.PositionParameter, at.Cursor) : null;
        return Page(items, at.Take(hits, time.GetUtcNow()) with
        {
            Total = answer.TotalSize,
            IsUnproven = at.IsUnproven || answer.TotalSize < at.Total,
            Cursor = cursor,
            Roots = [.. at.Roots.Union(moved).Take(MaxRoots)],
            Stage = cursor is null ? SyncStage.Subtrees : SyncStage.Search,
        });
    }

    private async Task<SyncPage> DescendAsync(ContainerRef space, ChangePosition at, CancellationToken cancellationToken)
    {
        SyncListing below;
        try
        {
            below = await desk.ListDescendantsAsync(space, new(at.Roots[0]), at.Cursor, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidQueryException) when (at.Cursor is not null)
        {
            // The cursor has had its time. Once too often, and the next run reads the subtree.
            return Page([], at.MayRestart ? at with { Cursor = null, Restarts = at.Restarts + 1 } : at with { Cursor = null, Roots = [.. at.Roots.Skip(1)], Left = [.. at.Left, at.Roots[0]] });
        }

        places.Note(below.Items);
        string[] roots = [.. at.Roots.Union(below.Deeper.Select(static page => page.Value))]; // a list that is begun anew names them again
        return Page(below.Items, at with { Cursor = below.Next, Roots = below.Next is null ? roots[1..] : roots });
    }

    private async Task<SyncPage> FollowIncludesAsync(ContainerRef space, ChangePosition at, CancellationToken cancellationToken)
    {
        (IReadOnlyList<SyncItem> items, ChangePosition next) = await includes.ReadAsync(space, at, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return Page(items, next);
    }

    private async Task<SyncPage> LookIntoBinAsync(ContainerRef space, ChangePosition at, CancellationToken cancellationToken)
    {
        List<SyncItem> gone = [];
        List<string> cursors = [];
        for (int list = 0; list < desk.Bins.Count; list++)
        {
            string? cursor = at.Bins.ElementAtOrDefault(list) is { Length: > 0 } kept ? kept : null;
            SyncListing bin = await LookIntoBinAsync(space, desk.Bins[list], cursor, cancellationToken).ConfigureAwait(false);
            gone.AddRange(bin.Items.OfType<SyncItem.Gone>());
            cursors.Add(desk.SortsBins ? string.Empty : bin.Next ?? string.Empty);
        }

        return Page(gone, (at with { Bins = cursors }).Finish(), isLast: true);
    }

    private async Task<SyncListing> LookIntoBinAsync(ContainerRef space, SyncList list, string? cursor, CancellationToken cancellationToken)
    {
        try
        {
            return await desk.ListAsync(space, list, cursor, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidQueryException) when (cursor is not null)
        {
            return await desk.ListAsync(space, list, null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads what hits stand for: of attachments and comments what they hang on, which is told although it says itself to be unchanged.</summary>
    private async Task<IReadOnlyList<SyncItem>> ReadAsync(ContainerRef space, IReadOnlyList<ContentDto> hits, CancellationToken cancellationToken)
    {
        HashSet<ContentId> ids = [], touched = [];
        foreach (ContentDto hit in hits)
        {
            if (VocabularyMapping.ToKind(hit.Type) is ContentKind.Page or ContentKind.BlogPost)
            {
                ids.Add(new(hit.Id!));
            }
            else if (await ContainerOfAsync(hit, cancellationToken).ConfigureAwait(false) is { } container)
            {
                ids.Add(container);
                touched.Add(container);
            }
        }

        IReadOnlyList<SyncItem> items = ids.Count == 0 ? [] : await desk.ReadAsync(space, [.. ids], cancellationToken).ConfigureAwait(false);
        return [.. items.Select(item => item is SyncItem.Present present && touched.Contains(item.Id) ? present with { IsTouched = true } : item)];
    }

    private async Task<ContentId?> ContainerOfAsync(ContentDto part, CancellationToken cancellationToken) => part.Container is { Id: { } id, Type: "page" or "blogpost" }
        ? new ContentId(id)
        : await desk.FindContainerAsync(part, cancellationToken).ConfigureAwait(false);

    private static SyncHitDto[] Hits(ListDto<SyncHitDto> answer) => [.. Required.Member(answer.Results, "results").Where(static hit => hit.Content is { Id: not null })];

    private static SyncPage Page(IReadOnlyList<SyncItem> items, ChangePosition next, bool isLast = false) => new() { Items = items, Position = next.ToText(), IsLast = isLast };
}
