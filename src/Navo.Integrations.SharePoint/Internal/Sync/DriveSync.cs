using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Libraries, whose files are the items.</summary>
internal sealed class DriveSync(DriveEnumeration enumeration, DriveChanges changes, DriveQuestions questions) : ISyncPart
{
    public Task<string> LatestAsync(string partition, CancellationToken cancellationToken) => questions.LatestAsync(partition, cancellationToken);

    public Task<SyncPage> EnumerateAsync(string partition, SyncPageRequest request, CancellationToken cancellationToken) => enumeration.ReadAsync(partition, request, cancellationToken);

    public Task<SyncPage> ChangesAsync(string partition, string position, CancellationToken cancellationToken) => changes.ReadAsync(partition, position, cancellationToken);

    public Task<SyncItem> FindAsync(ContentId id, CancellationToken cancellationToken) => questions.FindAsync(id, cancellationToken);

    public Task<PartitionEstimate> EstimateAsync(SyncPartition partition, string? changesFrom, CancellationToken cancellationToken) => questions.EstimateAsync(partition, changesFrom, cancellationToken);
}
