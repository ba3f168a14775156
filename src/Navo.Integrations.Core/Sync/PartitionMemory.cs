using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>
/// The partitions of the scopes that were listed lately, so that a run over one of a thousand libraries does not list them all again. What the configuration no longer allows is left out within the
/// hour.
/// </summary>
internal sealed class PartitionMemory(ISyncSource source, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Listing> _listings = new(StringComparer.Ordinal);

    /// <summary>Lists a scope, or those parts of it that are asked for.</summary>
    public IAsyncEnumerable<SyncPartition> ListAsync(SyncScope scope, IReadOnlyCollection<string>? only, CancellationToken cancellationToken)
    {
        if (only is null)
        {
            return ListAllAsync(scope, cancellationToken);
        }

        bool isKnown = _listings.TryGetValue(scope.ToKey(), out Listing? listing) && time.GetElapsedTime(listing.At) < Lifetime && only.All(listing.Partitions.ContainsKey);
        return isKnown
            ? only.Distinct(StringComparer.Ordinal).Select(id => listing!.Partitions[id]).ToAsyncEnumerable()
            : ListAllAsync(scope, cancellationToken).Where(partition => only.Contains(partition.Id));
    }

    private async IAsyncEnumerable<SyncPartition> ListAllAsync(SyncScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, SyncPartition> partitions = new(StringComparer.Ordinal);
        long at = time.GetTimestamp();
        await foreach (SyncPartition partition in source.GetPartitionsAsync(scope, cancellationToken).ConfigureAwait(false))
        {
            if (partitions.TryAdd(partition.Id, partition))
            {
                yield return partition;
            }
        }

        _listings[scope.ToKey()] = new(at, partitions);
    }

    private sealed record Listing(long At, IReadOnlyDictionary<string, SyncPartition> Partitions);
}
