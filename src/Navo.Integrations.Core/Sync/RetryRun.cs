using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>A run over the items of the skip ledger.</summary>
internal sealed class RetryRun(SyncContext context, SkipReason? reason, CheckpointState start, CancellationToken callerToken) : ISyncRun
{
    private readonly Dictionary<string, CertificateBuilder> _certificates = new(StringComparer.Ordinal);
    private readonly long _started = context.Time.GetTimestamp();
    private volatile bool _isFinished;
    private int _isEnumerated;

    public SyncCheckpoint Checkpoint => start.ToCheckpoint();

    public SyncProgress Progress => new()
    {
        Seen = Report.Partitions.Sum(static partition => partition.Seen),
        Emitted = context.Acks.Told,
        Acknowledged = context.Acks.Acknowledged,
        Elapsed = context.Time.GetElapsedTime(_started),
    };

    public SyncReport Report
    {
        get
        {
            lock (_certificates)
            {
                return new() { Partitions = [.. _certificates.Values.Select(static partition => partition.Build())], IsFinished = _isFinished };
            }
        }
    }

    public ValueTask AcknowledgeAsync(ContentChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return context.Acks.AcknowledgeAsync(change, cancellationToken);
    }

    public IAsyncEnumerator<ContentChange> GetAsyncEnumerator(CancellationToken cancellationToken = default) => Interlocked.Exchange(ref _isEnumerated, 1) == 0
        ? RunAsync(CancellationToken.None).GetAsyncEnumerator(cancellationToken)
        : throw new InvalidQueryException("A run is enumerated once.");

    private async IAsyncEnumerable<ContentChange> RunAsync([EnumeratorCancellation] CancellationToken enumeratorToken = default)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(callerToken, enumeratorToken);
        await foreach (SkippedItem skipped in context.Ledger.ListAsync(context.Source.Name, reason, either.Token).ConfigureAwait(false))
        {
            if (await TryAgainAsync(skipped, either.Token).ConfigureAwait(false) is { } change)
            {
                yield return change;
            }
        }

        _isFinished = true;
    }

    private async Task<ContentChange?> TryAgainAsync(SkippedItem skipped, CancellationToken cancellationToken)
    {
        if (context.For(skipped.Partition) is not { } reading)
        {
            return null; // the source tells no groups any more
        }

        SyncPartition partition = new(skipped.Partition);
        CertificateBuilder certificate = CertificateOf(partition);
        SourceAnswer<SyncItem> answer = await reading.AskAsync(source => source.FindAsync(partition, skipped.Id, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (answer.Value is not { } item)
        {
            (certificate.Error, certificate.Outcome) = (answer.Error, PartitionOutcome.Failed);
            return null;
        }

        ItemTeller teller = new(reading, partition, certificate);
        AckSegment segment = context.Acks.Open(partition.Id);
        ContentChange? change = item is SyncItem.Gone gone
            ? await teller.DeleteAsync(segment, gone.Id, gone.Cause, cancellationToken).ConfigureAwait(false)
            : await teller.TellAsync(segment, item, null, 0, cancellationToken).ConfigureAwait(false);
        if (change is null)
        {
            await context.Ledger.RemoveAsync(context.Source.Name, skipped.Id, cancellationToken).ConfigureAwait(false); // the copy has it already
        }

        await context.Inventory.FlushAsync(cancellationToken).ConfigureAwait(false);
        await context.Acks.ReleaseAsync(segment, null, cancellationToken).ConfigureAwait(false);
        return change;
    }

    private CertificateBuilder CertificateOf(SyncPartition partition)
    {
        lock (_certificates)
        {
            return _certificates.TryGetValue(partition.Id, out CertificateBuilder? known) ? known : _certificates[partition.Id] = new(partition) { Outcome = PartitionOutcome.Complete };
        }
    }
}
