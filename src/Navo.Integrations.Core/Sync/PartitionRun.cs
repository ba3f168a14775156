using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>One partition in one run: its changes, and an enumeration where one is due.</summary>
internal sealed class PartitionRun(SyncContext context, SyncPartition partition, PartitionState start)
{
    private PartitionState _state = start;

    public CertificateBuilder Certificate { get; } = new(partition);

    private SyncMode Mode => context.Options.Mode;

    public async IAsyncEnumerable<ContentChange> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? enumerateFrom = null;
        if (Mode == SyncMode.Incremental && _state.Changes is not null)
        {
            ChangeReader changes = new(context, partition, Certificate, _state);
            await foreach (ContentChange change in changes.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }

            (_state, enumerateFrom) = (changes.State, changes.EnumerateFrom);
            if (enumerateFrom is null && (Certificate.Outcome != PartitionOutcome.Complete || !IsEnumerationDue()))
            {
                Conclude();
                yield break;
            }
        }

        await foreach (ContentChange change in EnumerateAsync(enumerateFrom, cancellationToken).ConfigureAwait(false))
        {
            yield return change;
        }

        Conclude();
    }

    /// <summary>
    /// The partition is not there any more: whatever the copy has of it was not seen. Should it come back, it is enumerated: its changes would not tell what was told as gone meanwhile. That is noted
    /// before the first deletion is told, for the run may end at any.
    /// </summary>
    public async IAsyncEnumerable<ContentChange> RunVanishedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Certificate.IsEnumeration = true;
        int latest = await context.Inventory.GetLatestGenerationAsync(cancellationToken).ConfigureAwait(false);
        _state = _state with
        {
            Generation = Math.Max(_state.Generation, latest) + 1,
            Phase = SyncPhase.Deleting,
            Mode = SyncMode.DeletionsOnly,
            Changes = null,
            ChangesAfter = null,
            Seen = 0,
            Expected = null,
        };
        await context.Acks.ReleaseAsync(context.Acks.Open(partition.Id), _state, cancellationToken).ConfigureAwait(false);
        await foreach (ContentChange change in new DeletionReader(context, partition, Certificate, _state).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return change;
        }

        Conclude();
    }

    private async IAsyncEnumerable<ContentChange> EnumerateAsync(string? from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EnumerationReader everything = new(context, partition, Certificate, _state);
        if ((from is not null || !IsUnderWay()) && !await everything.BeginAsync(from, cancellationToken).ConfigureAwait(false))
        {
            yield break;
        }

        await foreach (ContentChange change in everything.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return change;
        }

        _state = everything.State;
        if (_state.Phase != SyncPhase.Deleting)
        {
            yield break;
        }

        await foreach (ContentChange change in new DeletionReader(context, partition, Certificate, _state).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return change;
        }
    }

    private bool IsEnumerationDue() =>
        _state.Phase != SyncPhase.Changes
        || _state.Swept is not { } swept
        || context.Time.GetUtcNow() - swept >= (context.Options.SweepInterval ?? context.Source.SweepInterval);

    /// <summary>
    /// An enumeration is gone on with only by a run that tells as much as the one that began it; a full one does not content itself with one that is over, nor does any that has yet to tell
    /// what there is with one that told deletions only.
    /// </summary>
    private bool IsUnderWay() => _state.Phase switch
    {
        SyncPhase.Changes => false,
        SyncPhase.Deleting => Mode == SyncMode.DeletionsOnly || (Mode == SyncMode.Incremental && (_state.Changes is not null || Tells(_state.Mode) == SyncMode.Full)),
        _ => Tells(_state.Mode) == Tells(Mode),
    };

    private static SyncMode Tells(SyncMode mode) => mode == SyncMode.Incremental ? SyncMode.Full : mode;

    private void Conclude() => Certificate.Outcome = Certificate.Error is not null ? PartitionOutcome.Failed : Certificate.Outcome;
}
