using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>Which changes are out, and how far the checkpoint may go. Safe for concurrent use.</summary>
internal sealed class AckQueue(CheckpointState start, ISyncInventory inventory) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Queue<AckSegment> _segments = [];
    private readonly Dictionary<long, Pending> _pending = [];
    private readonly Dictionary<ContentId, long> _latest = [];
    private readonly Dictionary<string, PartitionState> _states = new(start.Partitions, StringComparer.Ordinal);
    private volatile CheckpointState _committed = start;
    private bool _isStale;

    public long Told { get; private set; }

    public long Acknowledged { get; private set; }

    /// <summary>Where a next run may start.</summary>
    public SyncCheckpoint Checkpoint => Committed().ToCheckpoint();

    public AckSegment Open(string partition)
    {
        AckSegment segment = new(partition);
        Locked(() => _segments.Enqueue(segment));
        return segment;
    }

    /// <summary>Notes a change that is about to be told.</summary>
    /// <param name="segment">The page that it is of.</param>
    /// <param name="change">The change; it gets its number here.</param>
    /// <param name="onAcknowledged">What is noted when it is acknowledged.</param>
    public ContentChange Tell(AckSegment segment, ContentChange change, Func<CancellationToken, ValueTask> onAcknowledged)
    {
        ContentChange told = change;
        Locked(() =>
        {
            told = change with { Sequence = ++Told };
            segment.Open++;
            _pending.Add(told.Sequence, new(told, segment, onAcknowledged));
            _latest[told.Id] = told.Sequence;
        });
        return told;
    }

    /// <summary>Keeps a segment open for something that is told later.</summary>
    public void Hold(AckSegment segment) => Locked(() => segment.Open++);

    /// <summary>Ends a segment, or one hold of it.</summary>
    public async ValueTask ReleaseAsync(AckSegment segment, PartitionState? after, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            segment.After = after ?? segment.After;
            segment.Open--;
            await CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask AcknowledgeAsync(ContentChange change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_pending.TryGetValue(change.Sequence, out Pending? pending))
            {
                RequireTold(change);
                return; // once is enough
            }

            if (!pending.Change.Equals(change))
            {
                throw Foreign();
            }

            await NoteAsync(pending, cancellationToken).ConfigureAwait(false);
            _pending.Remove(change.Sequence);
            Acknowledged++;
            pending.Segment.Open--;
            await CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Notes what the copy has now, which is settled by the latest change of an item only: while a later one is out, the copy may have either.</summary>
    private async ValueTask NoteAsync(Pending pending, CancellationToken cancellationToken)
    {
        if (_latest.GetValueOrDefault(pending.Change.Id) == pending.Change.Sequence)
        {
            await pending.OnAcknowledged(cancellationToken).ConfigureAwait(false);
            _latest.Remove(pending.Change.Id);
        }
    }

    private async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        while (_segments.TryPeek(out AckSegment? segment) && segment.Open == 0)
        {
            // What the checkpoint passes is settled for good: no later page would come back to it after a crash.
            await inventory.FlushAsync(cancellationToken).ConfigureAwait(false);
            _segments.Dequeue();
            if (segment.After is { } after)
            {
                _states[segment.Partition] = after;
                _isStale = true;
            }
        }
    }

    private CheckpointState Committed()
    {
        Locked(() =>
        {
            if (_isStale)
            {
                _committed = _committed with { Partitions = new Dictionary<string, PartitionState>(_states, StringComparer.Ordinal) };
                _isStale = false;
            }
        });
        return _committed;
    }

    private void RequireTold(ContentChange change)
    {
        if (change.Sequence <= 0 || change.Sequence > Told)
        {
            throw Foreign();
        }
    }

    private void Locked(Action action)
    {
        _gate.Wait();
        try
        {
            action();
        }
        finally
        {
            _gate.Release();
        }
    }

    private static InvalidQueryException Foreign() => new("The change is not of this run.") { Remedy = "Acknowledge each change at the run that told it." };

    private sealed record Pending(ContentChange Change, AckSegment Segment, Func<CancellationToken, ValueTask> OnAcknowledged);
}
