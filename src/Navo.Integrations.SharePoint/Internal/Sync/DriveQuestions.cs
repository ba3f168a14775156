using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>What a sync asks of a library beside its pages: where changes begin, one item alone, and what reading it would cost.</summary>
internal sealed class DriveQuestions(IGraphApi api, DriveFeed feed, FolderTrees trees, SharePointSites sites, SyncSizes sizes, IntegrationName name)
{
    private const int Locked = 423;

    public async Task<string> LatestAsync(string drive, CancellationToken cancellationToken)
    {
        await sites.RequireDriveAsync(drive, cancellationToken).ConfigureAwait(false);
        FeedAnswer answer = await feed.StartAsync(drive, DriveFeed.Latest, cancellationToken).ConfigureAwait(false);
        return Required.Member((answer.Page ?? throw answer.Void!).DeltaLink, "@odata.deltaLink");
    }

    public async Task<SyncItem> FindAsync(ContentId id, CancellationToken cancellationToken)
    {
        if (ItemAddress.TryParse(id) is not DriveItemAddress address)
        {
            return new SyncItem.Gone(id, DeletionCause.NotListed);
        }

        try
        {
            return await ReadAsync(address, cancellationToken).ConfigureAwait(false) ?? new SyncItem.Gone(id, DeletionCause.NotListed);
        }
        catch (NotFoundException)
        {
            return new SyncItem.Gone(id, DeletionCause.NotListed);
        }
        catch (PermissionException refused)
        {
            return new SyncItem.Skipped(id, SkipReason.Forbidden) { ErrorType = refused.GetType().Name };
        }
        catch (IntegrationException failure) when (failure.StatusCode == Locked || "malwareDetected".Equals(failure.ErrorCode, StringComparison.OrdinalIgnoreCase))
        {
            return new SyncItem.Skipped(id, SkipReason.Malware) { ErrorType = failure.GetType().Name };
        }
    }

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
        SitePlace place = await sites.RequireDriveAsync(address.DriveId, cancellationToken).ConfigureAwait(false);
        DriveItemDto item = await api.GetItemAsync(address.DriveId, address.ItemId, SharePointDefaults.ItemFields, null, cancellationToken).ConfigureAwait(false);
        SharePointItems.RequireAsked(address.ItemId, item.Id);
        DriveItemReader reader = new(address.DriveId, place, trees.New(address.DriveId), name);
        return await reader.ToItemAsync(address.ItemId, item, cancellationToken).ConfigureAwait(false);
    }
}
