namespace Navo.Integrations.Core.Sync;

/// <summary>Pages that are settled one after the other: those of a partition that is shared with other workers, or else all of a run. The queue that has it lets in one at a time.</summary>
internal sealed class AckLane(PartitionShare? share)
{
    public PartitionShare? Share => share;

    public Queue<AckSegment> Segments { get; } = [];

    /// <summary>Changes that were told and not acknowledged.</summary>
    public int Pending { get; set; }

    /// <summary>Passes all pages at the front of which everything is acknowledged.</summary>
    /// <param name="inventory">The inventory, which is made safe before.</param>
    /// <param name="pass">Is told where a partition stands then.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async ValueTask CommitAsync(ISyncInventory inventory, Action<string, PartitionState> pass, CancellationToken cancellationToken)
    {
        while (Segments.TryPeek(out AckSegment? segment) && segment.Open == 0)
        {
            // What the checkpoint passes is settled for good: no later page would come back to it after a crash.
            await inventory.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (segment.After is { } after)
            {
                if (share is not null && !await share.SaveAsync(after, cancellationToken).ConfigureAwait(false))
                {
                    Segments.Clear(); // another worker has the partition, and goes on from what was saved before
                    break;
                }

                pass(segment.Partition, after);
            }

            Segments.Dequeue();
        }

        if (share?.IsRead is not null && Pending == 0)
        {
            await share.EndAsync(Segments.Count == 0, cancellationToken).ConfigureAwait(false);
        }
    }
}
