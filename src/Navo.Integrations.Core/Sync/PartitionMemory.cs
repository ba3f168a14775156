using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
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
        IAsyncEnumerator<SyncPartition> listed = source.GetPartitionsAsync(scope, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (listed.ConfigureAwait(false))
        {
            while (await NextAsync(listed, cancellationToken).ConfigureAwait(false))
            {
                if (partitions.TryAdd(listed.Current.Id, listed.Current))
                {
                    yield return listed.Current;
                }
            }
        }

        _listings[scope.ToKey()] = new(at, partitions);
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<SyncPartition> listed, CancellationToken cancellationToken)
    {
        try
        {
            return await listed.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            ExceptionDispatchInfo.Throw(SyncContext.Translate(failure, source.Name));
            throw;
        }
    }

    private sealed record Listing(long At, IReadOnlyDictionary<string, SyncPartition> Partitions);
}
