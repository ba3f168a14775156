using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>
/// Reads what has changed. Deletions are told at the end, when it is known how many there are; until then the checkpoint stays before the first of them.
/// </summary>
internal sealed class ChangeReader(SyncContext context, SyncPartition partition, CertificateBuilder certificate, PartitionState start)
{
    /// <summary>So many deletions are kept in mind while the rest is read; beyond them the budget is asked at once.</summary>
    private const int MostHeld = 100_000;

    private readonly ItemTeller _teller = new(context, partition, certificate);
    private readonly PositionTrail _trail = new();
    private readonly Dictionary<ContentId, DeletionCause> _gone = [];
    private AckSegment? _held;
    private bool _isResumed = start.IsAmidChanges;

    /// <summary>Where the partition stands when the reading is over.</summary>
    public PartitionState State { get; private set; } = start;

    /// <summary>Whether the source wants everything to be enumerated, and where that starts; null as long as it does not.</summary>
    public string? EnumerateFrom { get; private set; }

    /// <summary>A change counts for the enumeration that is over, not for one that has yet to pass the item.</summary>
    private int Generation => State.Phase == SyncPhase.Enumerating ? State.Generation - 1 : State.Generation;

    public async IAsyncEnumerable<ContentChange> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (bool isOver = false; !isOver;)
        {
            (SyncPage? page, certificate.Error) = await context.AskAsync(
                async source => _trail.Follow(await source.GetChangesAsync(partition, State.Changes!, cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
            if (page is not { MustEnumerate: false })
            {
                EnumerateFrom = page?.Position;
                yield break; // what was held stays held: the enumeration finds it, or the next run reads it again
            }

            AckSegment segment = context.Acks.Open(partition.Id);
            foreach (ContentChange change in await TakeAsync(segment, page, cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }

            isOver = page.IsLast && !_isResumed;
            _isResumed &= !page.IsLast; // what was broken off is over: what has happened since it began is read too
            State = State with { Changes = page.Position, IsAmidChanges = !page.IsLast };
            await context.Acks.ReleaseAsync(segment, State, cancellationToken).ConfigureAwait(false);
            if ((page.IsLast || _gone.Count > MostHeld) && await ExceedsBudgetAsync(cancellationToken).ConfigureAwait(false))
            {
                (certificate.DeletionsHeld, certificate.Outcome) = (_gone.Count, PartitionOutcome.DeletionsHeld);
                yield break;
            }
        }

        foreach (ContentChange deletion in await DeleteAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return deletion;
        }

        if (certificate.Error is not null)
        {
            yield break; // what was held stays held: the next run asks again
        }

        if (_held is { } held)
        {
            await context.Acks.ReleaseAsync(held, null, cancellationToken).ConfigureAwait(false);
        }

        certificate.Outcome = PartitionOutcome.Complete;
    }

    private async ValueTask<IReadOnlyList<ContentChange>> TakeAsync(AckSegment segment, SyncPage page, CancellationToken cancellationToken)
    {
        List<ContentChange> changes = [];
        foreach (SyncItem item in page.Items)
        {
            if (await TakeAsync(segment, item, cancellationToken).ConfigureAwait(false) is { } change)
            {
                changes.Add(change);
            }
        }

        await context.Inventory.FlushAsync(cancellationToken).ConfigureAwait(false);
        return changes;
    }

    private async ValueTask<IReadOnlyList<ContentChange>> DeleteAsync(CancellationToken cancellationToken)
    {
        List<ContentChange> changes = [];
        foreach ((ContentId id, DeletionCause cause) in _gone)
        {
            if (!context.IsShared || await IsGoneAsync(id, cancellationToken).ConfigureAwait(false))
            {
                changes.Add(await _teller.DeleteAsync(_held!, id, cause, cancellationToken).ConfigureAwait(false));
            }
        }

        await context.Inventory.FlushAsync(cancellationToken).ConfigureAwait(false);
        return changes;
    }

    private async ValueTask<ContentChange?> TakeAsync(AckSegment segment, SyncItem item, CancellationToken cancellationToken)
    {
        if (item is not SyncItem.Gone gone)
        {
            _gone.Remove(item.Id); // the last word counts
            return await _teller.TellAsync(segment, item, null, Generation, cancellationToken).ConfigureAwait(false);
        }

        if (await IsOfThisPartitionAsync(gone.Id, cancellationToken).ConfigureAwait(false))
        {
            _gone[gone.Id] = gone.Cause;
            if (_held is null)
            {
                context.Acks.Hold(_held = segment);
            }
        }

        return null;
    }

    /// <summary>What has moved to another partition is gone from this one and not gone.</summary>
    private async ValueTask<bool> IsOfThisPartitionAsync(ContentId id, CancellationToken cancellationToken)
    {
        InventoryEntry? known = await context.Inventory.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return known is { } entry && (entry.Partition == partition.Id
            || (await context.AskAsync(source => source.FindAsync(partition, id, cancellationToken), cancellationToken).ConfigureAwait(false)).Value is SyncItem.Gone);
    }

    /// <summary>Another worker may find an item in its partition while it is gone from this one; which of the two the inventory has heard of last says nothing. So the source is asked.</summary>
    private async ValueTask<bool> IsGoneAsync(ContentId id, CancellationToken cancellationToken)
    {
        SourceAnswer<SyncItem> answer = await context.AskAsync(source => source.FindAsync(partition, id, cancellationToken), cancellationToken).ConfigureAwait(false);
        certificate.Error ??= answer.Error;
        return answer.Value is SyncItem.Gone;
    }

    private async ValueTask<bool> ExceedsBudgetAsync(CancellationToken cancellationToken)
    {
        DeletionBudget budget = context.Options.Deletions;
        if (_gone.Count <= budget.AlwaysAllowed)
        {
            return false;
        }

        (long known, _) = await context.Inventory.CountAsync(partition.Id, 0, cancellationToken).ConfigureAwait(false);
        return !budget.Allows(_gone.Count, known);
    }
}
