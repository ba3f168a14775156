using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>Reads everything in a partition, page by page, from where the last run left off.</summary>
internal sealed class EnumerationReader(SyncContext context, SyncPartition partition, CertificateBuilder certificate, PartitionState start)
{
    /// <summary>An enumeration that was begun anew so often in one run gets nowhere.</summary>
    private const int MostRestarts = 10;

    private readonly PositionTrail _trail = new();
    private ItemTeller? _teller;
    private int _restarts;
    private bool _isFresh;

    /// <summary>Where the partition stands when the reading is over.</summary>
    public PartitionState State { get; private set; } = start;

    /// <summary>Begins an enumeration: where changes go on is asked before anything is read, so that what happens meanwhile is told after it.</summary>
    /// <param name="from">Where the source wants it to start; null or empty for its beginning.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Whether it could be begun; otherwise the certificate says why not.</returns>
    public async Task<bool> BeginAsync(string? from, CancellationToken cancellationToken)
    {
        string? changes = null;
        if (from is not null || State.Changes is null) // a position that is still good is kept: what was touched since and shows in no enumeration is told from there
        {
            (changes, certificate.Error) = await context.AskAsync(source => source.GetChangePositionAsync(partition, cancellationToken), cancellationToken).ConfigureAwait(false);
            if (changes is null)
            {
                return false;
            }
        }

        int generation = await NextGenerationAsync(cancellationToken).ConfigureAwait(false);
        _isFresh = true;
        State = State with
        {
            Generation = generation,
            Begun = generation,
            Phase = SyncPhase.Enumerating,
            Mode = context.Options.Mode,
            Enumeration = string.IsNullOrEmpty(from) ? null : from,
            Changes = from is null ? State.Changes : null, // void: kept, it would begin each run with this again
            ChangesAfter = changes,
            Seen = 0,
            Expected = (await context.AskAsync(source => source.CountAsync(partition, cancellationToken), cancellationToken).ConfigureAwait(false)).Value,
        };
        return true;
    }

    public async IAsyncEnumerable<ContentChange> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        certificate.IsEnumeration = true;
        await ForgetUnconfirmedAsync(cancellationToken).ConfigureAwait(false);
        certificate.Seen = State.Seen;
        certificate.Expected = State.Expected;
        while (State.Phase == SyncPhase.Enumerating)
        {
            SyncPageRequest request = new(State.Enumeration, WithAccess: context.Options.Mode == SyncMode.AccessOnly);
            (SyncPage? page, certificate.Error) = await context.AskAsync(
                async source => _trail.Follow(await source.EnumerateAsync(partition, request, cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
            if (page is null || IsRestless(page))
            {
                yield break;
            }

            AckSegment segment = context.Acks.Open(partition.Id);
            foreach (ContentChange change in await TellAsync(segment, page, cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }

            State = page.MustEnumerate ? await RestartAsync(page, cancellationToken).ConfigureAwait(false) : After(page);
            await context.Acks.ReleaseAsync(segment, State, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>An item under an enumeration after which changes go on from a new position: what happened to it between the last position and this one is not known.</summary>
    public static SyncItem Touched(ISyncSource source, PartitionState state, SyncItem item) =>
        source.TellsTouched && state.ChangesAfter is not null && item is SyncItem.Present present ? present with { IsTouched = true } : item;

    /// <summary>
    /// An enumeration that an earlier run broke off before any item was confirmed is at its beginning: the source lists anew, and what that run noted as seen may have gone before this list begins.
    /// </summary>
    private async ValueTask ForgetUnconfirmedAsync(CancellationToken cancellationToken)
    {
        if (!_isFresh && State is { Phase: SyncPhase.Enumerating, Seen: 0 })
        {
            _isFresh = true;
            State = State with { Generation = await NextGenerationAsync(cancellationToken).ConfigureAwait(false) };
        }
    }

    private bool IsRestless(SyncPage page)
    {
        certificate.Error = page.MustEnumerate && ++_restarts > MostRestarts ? new ProtocolException("The source declares each position within an enumeration void.") : null;
        return certificate.Error is not null;
    }

    private async ValueTask<IReadOnlyList<ContentChange>> TellAsync(AckSegment segment, SyncPage page, CancellationToken cancellationToken)
    {
        List<ContentChange> changes = [];
        _teller ??= new(context, partition, certificate) { SeenSince = State.Begun, IsFresh = _isFresh };
        foreach (SyncItem item in page.Items.Where(static item => item is not SyncItem.Gone))
        {
            if (await _teller.TellAsync(segment, Touched(context.Source, State, item), State.Generation, State.Generation, cancellationToken).ConfigureAwait(false) is { } change)
            {
                changes.Add(change);
            }
        }

        await context.Inventory.FlushAsync(cancellationToken).ConfigureAwait(false);
        return changes;
    }

    private PartitionState After(SyncPage page) => State with
    {
        Enumeration = page.Position,
        Seen = certificate.Seen,
        Phase = page.IsLast ? SyncPhase.Deleting : SyncPhase.Enumerating,
        ChangesAfter = page.ChangesFrom ?? State.ChangesAfter,
    };

    /// <summary>What was seen before the source began anew is not seen: it may have gone in between, which nobody would tell.</summary>
    private async ValueTask<PartitionState> RestartAsync(SyncPage page, CancellationToken cancellationToken)
    {
        _teller = null;
        _isFresh = true;
        (certificate.Seen, certificate.Unchanged) = (0, 0);
        return State with
        {
            Generation = await NextGenerationAsync(cancellationToken).ConfigureAwait(false),
            Enumeration = page.Position.Length == 0 ? null : page.Position,
            Seen = 0,
        };
    }

    private async ValueTask<int> NextGenerationAsync(CancellationToken cancellationToken) =>
        Math.Max(State.Generation, await context.Inventory.GetLatestGenerationAsync(cancellationToken).ConfigureAwait(false)) + 1;
}
