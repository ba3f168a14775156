using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>A run over the partitions of a scope, one after the other.</summary>
internal sealed class SyncRun(SyncContext context, SyncScope scope, CheckpointState start, CancellationToken callerToken) : ISyncRun
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
        HashSet<string> listed = new(StringComparer.Ordinal);
        await foreach (SyncPartition partition in context.Partitions.ListAsync(scope, context.Options.Partitions, either.Token).ConfigureAwait(false))
        {
            listed.Add(partition.Id);
            PartitionRun run = Begin(partition);
            await foreach (ContentChange change in run.RunAsync(either.Token).ConfigureAwait(false))
            {
                yield return change;
            }

            _done++;
        }

        bool showsVanished = context.Options is { Mode: not SyncMode.AccessOnly, Partitions: null };
        foreach (string vanished in start.Partitions.Keys.Where(known => showsVanished && !listed.Contains(known)))
        {
            PartitionRun run = Begin(new(vanished));
            await foreach (ContentChange change in run.RunVanishedAsync(either.Token).ConfigureAwait(false))
            {
                yield return change;
            }

            _done++;
        }

        _isFinished = true;
    }

    private PartitionRun Begin(SyncPartition partition)
    {
        PartitionRun run = new(context, partition, start.Partitions.GetValueOrDefault(partition.Id) ?? new PartitionState());
        lock (_certificates)
        {
            _certificates.Add(run.Certificate);
            _partitions++;
        }

        return run;
    }

    private CertificateBuilder[] Begun()
    {
        lock (_certificates)
        {
            return [.. _certificates];
        }
    }
}
