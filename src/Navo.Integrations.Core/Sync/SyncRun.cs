using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>A run over the partitions of a scope, one after the other.</summary>
internal sealed class SyncRun(SyncContext context, SyncScope scope, CheckpointState start, PartitionShares? shares, CancellationToken callerToken) : ISyncRun
{
    private readonly List<CertificateBuilder> _certificates = [];
    private readonly long _started = context.Time.GetTimestamp();
    private volatile bool _isFinished;
    private int _isEnumerated;
    private int _partitions;
    private int _done;

    public SyncCheckpoint Checkpoint => context.Acks.Checkpoint;

    public SyncProgress Progress
    {
        get
        {
            CertificateBuilder[] begun = Begun();
            return new()
            {
                Partitions = _partitions,
                PartitionsDone = _done,
                Seen = begun.Sum(static partition => partition.Seen),
                Expected = begun.Length > 0 && begun.All(static partition => partition.Expected is not null) ? begun.Sum(static partition => partition.Expected) : null,
                Emitted = context.Acks.Told,
                Acknowledged = context.Acks.Acknowledged,
                Elapsed = context.Time.GetElapsedTime(_started),
            };
        }
    }

    public SyncReport Report => new() { Partitions = [.. Begun().Select(static partition => partition.Build())], IsFinished = _isFinished };

    public ValueTask AcknowledgeAsync(ContentChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return context.Acks.AcknowledgeAsync(change, cancellationToken);
    }

    public IAsyncEnumerator<ContentChange> GetAsyncEnumerator(CancellationToken cancellationToken = default) => Interlocked.Exchange(ref _isEnumerated, 1) == 0
        ? RunAsync(CancellationToken.None).GetAsyncEnumerator(cancellationToken)
        : throw new InvalidQueryException("A run is enumerated once.") { Remedy = "Start another run from the checkpoint of this one." };

    private async IAsyncEnumerable<ContentChange> RunAsync([EnumeratorCancellation] CancellationToken enumeratorToken = default)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(callerToken, enumeratorToken);
        try
        {
            CheckpointState from = await LoadAsync(either.Token).ConfigureAwait(false);
            await foreach ((SyncPartition partition, bool isThere) in ListAsync(from, either.Token).ConfigureAwait(false))
            {
                await foreach (ContentChange change in ReadAsync(from, partition, isThere, either.Token).ConfigureAwait(false))
                {
                    yield return change;
                }

                _done++;
            }

            _isFinished = true;
        }
        finally
        {
            await context.Acks.ReleaseSharesAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The partitions that are there, and then those that are known and not there any more.</summary>
    private async IAsyncEnumerable<(SyncPartition Partition, bool IsThere)> ListAsync(CheckpointState from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> listed = new(StringComparer.Ordinal);
        await foreach (SyncPartition partition in context.Partitions.ListAsync(scope, context.Options.Partitions, cancellationToken).ConfigureAwait(false))
        {
            listed.Add(partition.Id);
            yield return (partition, true);
        }

        bool showsVanished = context.Options is { Mode: not (SyncMode.AccessOnly or SyncMode.IdentitiesOnly), Partitions: null };
        foreach (string vanished in from.Partitions.Keys.Where(known => showsVanished && known != SyncOptions.IdentitiesPartition && !listed.Contains(known)))
        {
            yield return (new(vanished), false);
        }
    }

    private async IAsyncEnumerable<ContentChange> ReadAsync(CheckpointState from, SyncPartition partition, bool isThere, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PartitionShare? share = shares is null ? null : await shares.TakeAsync(partition.Id, cancellationToken).ConfigureAwait(false);
        PartitionRun run = new(context, partition, share?.State ?? from.Partitions.GetValueOrDefault(partition.Id) ?? new PartitionState());
        Begin(run.Certificate);
        if (share is not null)
        {
            context.Acks.Begin(share);
        }
        else if (shares is not null)
        {
            run.Certificate.Outcome = PartitionOutcome.Elsewhere;
            yield break;
        }

        await foreach (ContentChange change in new PartitionReading(run, share, context.Acks).ReadAsync(isThere, cancellationToken).ConfigureAwait(false))
        {
            yield return change;
        }
    }

    private async ValueTask<CheckpointState> LoadAsync(CancellationToken cancellationToken)
    {
        if (shares is null)
        {
            return start;
        }

        CheckpointState known = await shares.LoadAsync(cancellationToken).ConfigureAwait(false);
        context.Acks.Begin(known);
        return known;
    }

    private void Begin(CertificateBuilder certificate)
    {
        lock (_certificates)
        {
            _certificates.Add(certificate);
            _partitions++;
        }
    }

    private CertificateBuilder[] Begun()
    {
        lock (_certificates)
        {
            return [.. _certificates];
        }
    }
}
