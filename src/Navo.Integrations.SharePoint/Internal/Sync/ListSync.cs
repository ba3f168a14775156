using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// Lists that are no libraries, by the feed of each, which tells what is gone too, but not who may see an item. Where a position is void everything is read by a request of our own: the
/// address that Graph gives for that need not ask for the columns, without which an item has no title.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/listitem-delta"/>.</remarks>
internal sealed class ListSync(IGraphApi api, DeltaFeed feed, ItemAccess access, SharePointSites sites, Func<SharePointSettings> current, IntegrationName name) : ISyncPart
{
    private const string Fields = "fields"; // the title is one of them

    private readonly FeedRestarts _restarts = new();

    public async Task<string> LatestAsync(string partition, CancellationToken cancellationToken)
    {
        (ListPartition list, _) = await RequireAsync(partition, cancellationToken).ConfigureAwait(false);
        return (await StartAsync(list, DeltaFeed.Latest, cancellationToken).ConfigureAwait(false)).RequireChangesFrom();
    }

    public async Task<SyncPage> EnumerateAsync(string partition, SyncPageRequest request, CancellationToken cancellationToken)
    {
        (ListPartition list, SitePlace place) = await RequireAsync(partition, cancellationToken).ConfigureAwait(false);
        int restarts = _restarts.Take(partition, request.Position);
        FeedAnswer answer = await (request.Position is { Length: > 0 } link ? FollowAsync(link, cancellationToken) : StartAsync(list, null, cancellationToken)).ConfigureAwait(false);
        if (answer.Page is not { } page)
        {
            return _restarts.Restart(partition, answer with { StartAgainAt = null }, restarts);
        }

        IReadOnlyList<SyncItem> items = new ListItemReader(list, place, name).TryRead(page) ?? throw new ProtocolException("A page of a list holds an error in the place of an item.");
        items = request.WithAccess ? await access.FillAsync(items, static id => ItemAddress.TryParse(id), place, cancellationToken).ConfigureAwait(false) : items;
        SyncPage told = DeltaFeed.ToEnumerated(page, items);
        _restarts.Keep(partition, told, restarts);
        return told;
    }

    public async Task<SyncPage> ChangesAsync(string partition, string position, CancellationToken cancellationToken)
    {
        (ListPartition list, SitePlace place) = await RequireAsync(partition, cancellationToken).ConfigureAwait(false);
        FeedAnswer answer = await FollowAsync(position, cancellationToken).ConfigureAwait(false);
        return answer.Page is { } page && new ListItemReader(list, place, name).TryRead(page) is { } items
            ? new() { Items = items, Position = page.NextLink ?? page.DeltaLink!, IsLast = page.NextLink is null }
            : new() { Position = string.Empty, MustEnumerate = true };
    }

    public Task<SyncItem> FindAsync(ContentId id, CancellationToken cancellationToken) => ItemQuestion.AskAsync(id, async () =>
    {
        if (ItemAddress.TryParse(id) is not ListItemAddress address || !current().Options.SyncLists)
        {
            return null; // what is not kept in step any more leaves the copy, like what a new boundary leaves out
        }

        SitePlace place = await sites.RequireKeptAsync(address, cancellationToken).ConfigureAwait(false);
        ListItemDto item = await api.GetListItemAsync(address.SiteId, address.ListId, address.ItemId, Fields, cancellationToken).ConfigureAwait(false);
        SharePointItems.RequireAsked(address.ItemId, item.Id);
        return new ListItemReader(new(address.SiteId, address.ListId), place, name).ToItem(address.ItemId, item);
    });

    /// <summary>Graph counts no items of a list.</summary>
    public Task<PartitionEstimate> EstimateAsync(SyncPartition partition, string? changesFrom, CancellationToken cancellationToken) =>
        Task.FromResult(new PartitionEstimate(partition.Id, partition.Title, null, null, null));

    private Task<FeedAnswer> StartAsync(ListPartition list, string? token, CancellationToken cancellationToken) => feed.StartAsync(
        resync => api.GetListChangesAsync(list.SiteId, list.ListId, token, Fields, SharePointDefaults.PageSize, resync, cancellationToken),
        cancellationToken);

    private Task<FeedAnswer> FollowAsync(string link, CancellationToken cancellationToken) => feed.FollowAsync(link, static _ => { }, cancellationToken);

    private async Task<(ListPartition List, SitePlace Place)> RequireAsync(string partition, CancellationToken cancellationToken)
    {
        ListPartition list = ListPartition.TryParse(partition) ?? throw new NotFoundException("The list is absent or not visible.");
        return (list, await sites.RequireAsync(new SiteAddress(list.SiteId), cancellationToken).ConfigureAwait(false));
    }
}
