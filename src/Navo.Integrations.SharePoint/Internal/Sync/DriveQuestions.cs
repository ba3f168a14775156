using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>What a sync asks of a library beside its pages: where changes begin, one item alone, and what reading it would cost.</summary>
internal sealed class DriveQuestions(IGraphApi api, DriveFeed feed, FolderTrees trees, SharePointSites sites, SyncSizes sizes, IntegrationName name)
{
    public async Task<string> LatestAsync(string drive, CancellationToken cancellationToken)
    {
        await sites.RequireDriveAsync(drive, cancellationToken).ConfigureAwait(false);
        return (await feed.StartAsync(drive, DeltaFeed.Latest, cancellationToken).ConfigureAwait(false)).RequireChangesFrom();
    }

    public Task<SyncItem> FindAsync(ContentId id, CancellationToken cancellationToken) =>
        ItemQuestion.AskAsync(id, async () => ItemAddress.TryParse(id) is DriveItemAddress address ? await ReadAsync(address, cancellationToken).ConfigureAwait(false) : null);

    /// <summary>What an enumeration costs by the size of the library; of changes nobody knows how many there are, but asking costs one request.</summary>
    public async Task<PartitionEstimate> EstimateAsync(SyncPartition partition, string? changesFrom, CancellationToken cancellationToken)
    {
        if (changesFrom is not null)
        {
            return new(partition.Id, partition.Title, null, null, null);
        }

        DriveDto drive = await api.GetDriveAsync(PathSegment.Of(partition.Id), SharePointDefaults.DriveFields, cancellationToken).ConfigureAwait(false);
        long? items = await sizes.TryCountAsync(drive.WebUrl, cancellationToken).ConfigureAwait(false);
        long? pages = items is { } count ? Math.Max(1, (count + SharePointDefaults.PageSize - 1) / SharePointDefaults.PageSize) : null;
        return new(partition.Id, partition.Title, items, pages + 1, pages + ResourceUnits.List); // the first page without a token, the others and the question before with one
    }

    private async Task<SyncItem?> ReadAsync(DriveItemAddress address, CancellationToken cancellationToken)
    {
        SitePlace place = await sites.RequireKeptAsync(address, cancellationToken).ConfigureAwait(false);
        DriveItemDto item = await api.GetItemAsync(address.DriveId, address.ItemId, SharePointDefaults.ItemFields, null, cancellationToken).ConfigureAwait(false);
        SharePointItems.RequireAsked(address.ItemId, item.Id);
        DriveItemReader reader = new(address.DriveId, place, trees.New(address.DriveId), name);
        return await reader.ToItemAsync(address.ItemId, item, cancellationToken).ConfigureAwait(false);
    }
}
