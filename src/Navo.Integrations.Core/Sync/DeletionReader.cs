using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>
/// Finds what the copy has and a whole enumeration has not seen. It is told as gone only where the enumeration is proven complete, the number is within the budget, and the source says of each
/// item, asked for it alone, that it is not there.
/// </summary>
internal sealed class DeletionReader(SyncContext context, SyncPartition partition, CertificateBuilder certificate, PartitionState start)
{
    private readonly ItemTeller _teller = new(context, partition, certificate);

    private bool TellsEverything => start.Mode is SyncMode.Incremental or SyncMode.Full;

    /// <summary>The partition with nothing more to do than to go on with changes.</summary>
    private PartitionState Done => Enumerated with
    {
        Phase = SyncPhase.Changes,
        Enumeration = null,
        Seen = 0,
        Expected = null,
    };

    /// <summary>The partition with changes that go on from where the enumeration says, if it told everything.</summary>
    private PartitionState Enumerated => TellsEverything && start.ChangesAfter is { } after
        ? start with { Changes = after, IsAmidChanges = false, ChangesAfter = null }
        : start with { ChangesAfter = null };

    public async IAsyncEnumerable<ContentChange> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AckSegment segment = context.Acks.Open(partition.Id);
        (long known, long unseen) = await context.Inventory.CountAsync(partition.Id, start.Generation, cancellationToken).ConfigureAwait(false);
        certificate.Outcome = await JudgeAsync(known, unseen, cancellationToken).ConfigureAwait(false);
        if (certificate.Outcome != PartitionOutcome.Complete || start.Mode == SyncMode.AccessOnly)
        {
            await context.Acks.ReleaseAsync(segment, Undecided(), cancellationToken).ConfigureAwait(false);
            yield break;
        }

        await foreach (ContentId id in context.Inventory.GetUnseenAsync(partition.Id, start.Generation, cancellationToken).ConfigureAwait(false))
        {
            (SyncItem? item, certificate.Error) = await context.AskAsync(source => source.FindAsync(partition, id, cancellationToken), cancellationToken).ConfigureAwait(false);
            if (item is null)
            {
                certificate.Outcome = PartitionOutcome.Failed;
                yield break; // the segment stays open: the next run looks again
            }

            ContentChange? change = await TellAsync(segment, item, cancellationToken).ConfigureAwait(false);
            await context.Inventory.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (change is not null)
            {
                yield return change;
            }
        }

        await context.Acks.ReleaseAsync(segment, Done with { Swept = context.Time.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ContentChange?> TellAsync(AckSegment segment, SyncItem item, CancellationToken cancellationToken)
    {
        if (item is SyncItem.Gone)
        {
            return await _teller.DeleteAsync(segment, item.Id, DeletionCause.NotListed, cancellationToken).ConfigureAwait(false);
        }

        certificate.Missed++;
        return await _teller.TellAsync(segment, EnumerationReader.Touched(context.Source, start, item), start.Generation, start.Generation, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PartitionOutcome> JudgeAsync(long known, long unseen, CancellationToken cancellationToken)
    {
        if (start.Mode == SyncMode.AccessOnly)
        {
            return PartitionOutcome.Complete;
        }

        long? now = (await context.AskAsync(source => source.CountAsync(partition, cancellationToken), cancellationToken).ConfigureAwait(false)).Value;
        long? least = now < start.Expected ? now : start.Expected ?? now;
        certificate.Expected = least;
        if (certificate.IsEnumeration && start.Seen < least)
        {
            return PartitionOutcome.Unproven;
        }

        certificate.DeletionsHeld = context.Options.Deletions.Allows(unseen, known) ? 0 : unseen;
        return certificate.DeletionsHeld > 0 ? PartitionOutcome.DeletionsHeld : PartitionOutcome.Complete;
    }

    /// <summary>Changes go on; deletions that are held wait for a run with another budget, and an unproven enumeration for another one.</summary>
    private PartitionState Undecided() => certificate.Outcome == PartitionOutcome.DeletionsHeld ? Enumerated : Done;
}
