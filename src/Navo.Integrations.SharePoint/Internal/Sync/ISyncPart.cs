using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>What a sync asks of partitions of one kind.</summary>
internal interface ISyncPart
{
    Task<string> LatestAsync(string partition, CancellationToken cancellationToken);

    Task<SyncPage> EnumerateAsync(string partition, SyncPageRequest request, CancellationToken cancellationToken);

    Task<SyncPage> ChangesAsync(string partition, string position, CancellationToken cancellationToken);

    Task<SyncItem> FindAsync(ContentId id, CancellationToken cancellationToken);

    Task<PartitionEstimate> EstimateAsync(SyncPartition partition, string? changesFrom, CancellationToken cancellationToken);
}
