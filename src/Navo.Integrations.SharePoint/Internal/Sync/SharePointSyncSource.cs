using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// SharePoint as a source of syncs: each library, each list and the pages of each site are a partition, and beside them the groups of the directory. Every question passes the waist like any other call.
/// </summary>
internal sealed class SharePointSyncSource(IIntegrationPipeline pipeline, SyncPartitions partitions, ISyncPart drives, ISyncPart lists, ISyncPart pages) : ISyncSource, IIdentitySource
{
    public IntegrationName Name => pipeline.Name;

    /// <summary>The feeds tell deletions; what they were ever silent about is found once a month.</summary>
    public TimeSpan SweepInterval => TimeSpan.FromDays(30);

    /// <summary>Pages of libraries that are asked for before they are wanted.</summary>
    public required FeedAhead Ahead { private get; init; }

    /// <summary>The groups.</summary>
    public required DirectoryGroups Groups { private get; init; }

    public IAsyncEnumerable<SyncPartition> GetPartitionsAsync(SyncScope scope, CancellationToken cancellationToken) => partitions.ListAsync(scope, cancellationToken);

    public Task<string> GetChangePositionAsync(SyncPartition partition, CancellationToken cancellationToken) =>
        CallAsync(SharePointOperations.SyncPage, partition.Id, token => PartOf(partition).LatestAsync(partition.Id, token), cancellationToken);

    public async Task<SyncPage> EnumerateAsync(SyncPartition partition, SyncPageRequest request, CancellationToken cancellationToken)
    {
        ISyncPart part = PartOf(partition);
        SyncPage page = await CallAsync(SharePointOperations.SyncPage, partition.Id, token => part.EnumerateAsync(partition.Id, request, token), cancellationToken).ConfigureAwait(false);
        if (part == drives)
        {
            Ahead.Ask(partition.Id, page, cancellationToken);
        }

        return page;
    }

    public Task<SyncPage> GetChangesAsync(SyncPartition partition, string position, CancellationToken cancellationToken) =>
        CallAsync(SharePointOperations.SyncPage, partition.Id, token => PartOf(partition).ChangesAsync(partition.Id, position, token), cancellationToken);

    public Task<SyncItem> FindAsync(SyncPartition partition, ContentId id, CancellationToken cancellationToken) =>
        CallAsync(SharePointOperations.SyncItem, id.Value, token => PartOf(partition).FindAsync(id, token), cancellationToken);

    /// <summary>Graph counts neither items of lists nor pages nor files of a library: for those the search does, but by its index, which lags and leaves out what is not indexed, and the root folder counts what lies in it directly.</summary>
    public Task<long?> CountAsync(SyncPartition partition, CancellationToken cancellationToken) => Task.FromResult<long?>(null);

    public Task<PartitionEstimate> EstimateAsync(SyncPartition partition, string? changesFrom, CancellationToken cancellationToken) =>
        CallAsync(SharePointOperations.SyncEstimate, partition.Id, token => PartOf(partition).EstimateAsync(partition, changesFrom, token), cancellationToken);

    private ISyncPart PartOf(SyncPartition partition) =>
        ListPartition.TryParse(partition.Id) is not null ? lists
        : PagesPartition.TryParse(partition.Id) is not null ? pages
        : drives;

    public Task<IdentityPage> GetGroupsAsync(string? position, CancellationToken cancellationToken) =>
        CallAsync(SharePointOperations.SyncGroups, SyncOptions.IdentitiesPartition, token => Groups.ReadAsync(position, token), cancellationToken);

    public async Task<IdentityGroup?> FindGroupAsync(PrincipalId group, CancellationToken cancellationToken) =>
        (await CallAsync(SharePointOperations.SyncGroups, group.ToString(), token => Groups.FindAsync(group, token), cancellationToken).ConfigureAwait(false)).Groups.SingleOrDefault();

    private Task<T> CallAsync<T>(IntegrationOperation operation, string item, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : class => pipeline.ExecuteAsync(operation, new IntegrationCall<T>(AccessContext.Service, work, item) { ItemId = item }, cancellationToken);
}
