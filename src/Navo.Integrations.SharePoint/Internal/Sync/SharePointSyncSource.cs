using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>SharePoint as a source of syncs: each library is a partition, its files are the items, and the groups of the directory. Every question passes the waist like any other call.</summary>
internal sealed class SharePointSyncSource(IIntegrationPipeline pipeline, SyncLibraries libraries, DriveEnumeration enumeration, DriveChanges changes, DriveQuestions questions)
    : ISyncSource, IIdentitySource
{
    public IntegrationName Name => pipeline.Name;

    /// <summary>The feed tells deletions; what it was ever silent about is found once a month.</summary>
    public TimeSpan SweepInterval => TimeSpan.FromDays(30);

    /// <summary>The groups.</summary>
    public required DirectoryGroups Groups { private get; init; }

    public IAsyncEnumerable<SyncPartition> GetPartitionsAsync(SyncScope scope, CancellationToken cancellationToken) => libraries.ListAsync(scope, cancellationToken);

    public Task<string> GetChangePositionAsync(SyncPartition partition, CancellationToken cancellationToken) =>
        CallAsync(SharePointOperations.SyncPage, partition.Id, token => questions.LatestAsync(partition.Id, token), cancellationToken);

    public Task<SyncPage> EnumerateAsync(SyncPartition partition, SyncPageRequest request, CancellationToken cancellationToken) =>
        CallAsync(SharePointOperations.SyncPage, partition.Id, token => enumeration.ReadAsync(partition.Id, request, token), cancellationToken);

    public Task<SyncPage> GetChangesAsync(SyncPartition partition, string position, CancellationToken cancellationToken) =>
        CallAsync(SharePointOperations.SyncPage, partition.Id, token => changes.ReadAsync(partition.Id, position, token), cancellationToken);

    public Task<SyncItem> FindAsync(SyncPartition partition, ContentId id, CancellationToken cancellationToken) =>
        CallAsync(SharePointOperations.SyncItem, id.Value, token => questions.FindAsync(id, token), cancellationToken);

    /// <summary>Graph counts no files of a library: the search does, but by its index, which lags and leaves out what is not indexed, and the root folder counts what lies in it directly.</summary>
    public Task<long?> CountAsync(SyncPartition partition, CancellationToken cancellationToken) => Task.FromResult<long?>(null);

    public Task<PartitionEstimate> EstimateAsync(SyncPartition partition, string? changesFrom, CancellationToken cancellationToken) =>
        CallAsync(SharePointOperations.SyncEstimate, partition.Id, token => questions.EstimateAsync(partition, changesFrom, token), cancellationToken);

    public Task<IdentityPage> GetGroupsAsync(string? position, CancellationToken cancellationToken) =>
        CallAsync(SharePointOperations.SyncGroups, SyncOptions.IdentitiesPartition, token => Groups.ReadAsync(position, token), cancellationToken);

    public async Task<IdentityGroup?> FindGroupAsync(PrincipalId group, CancellationToken cancellationToken) =>
        (await CallAsync(SharePointOperations.SyncGroups, group.ToString(), token => Groups.FindAsync(group, token), cancellationToken).ConfigureAwait(false)).Groups.SingleOrDefault();

    private Task<T> CallAsync<T>(IntegrationOperation operation, string item, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : class => pipeline.ExecuteAsync(operation, new IntegrationCall<T>(AccessContext.Service, work, item) { ItemId = item }, cancellationToken);
}
