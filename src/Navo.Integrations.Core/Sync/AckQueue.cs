using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>Which changes are out, and how far the checkpoint may go. Safe for concurrent use.</summary>
internal sealed class AckQueue(CheckpointState start, ISyncInventory inventory) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly AckLane _common = new(null);
    private readonly Dictionary<string, AckLane> _shared = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Pending> _pending = [];
    private readonly Dictionary<ContentId, long> _latest = [];
    private readonly Dictionary<string, PartitionState> _states = new(start.Partitions, StringComparer.Ordinal);
    private volatile CheckpointState _committed = start;
    private bool _isStale;

    public long Told { get; private set; }

    public long Acknowledged { get; private set; }

    /// <summary>Where a next run may start.</summary>
    public SyncCheckpoint Checkpoint => Committed().ToCheckpoint();

    /// <summary>Begins where all workers of the sync are.</summary>
    public void Begin(CheckpointState known) => Locked(() =>
    {
        _committed = known;
        foreach ((string partition, PartitionState state) in known.Partitions)
        {
            _states[partition] = state;
        }
    });

    /// <summary>Takes up a partition that others may have afterwards: it is settled apart from the rest of the run, and saved whenever it is.</summary>
    public void Begin(PartitionShare share) => Locked(() =>
    {
        _shared[share.Partition] = new(share);
        if (share.State is { } state)
        {
            (_states[share.Partition], _isStale) = (state, true);
        }
    });

    public AckSegment Open(string partition)
    {
        AckSegment? segment = null;
        Locked(() =>
        {
            AckLane lane = _shared.GetValueOrDefault(partition) ?? _common;
            lane.Segments.Enqueue(segment = new(partition, lane));
        });
        return segment!;
    }

    /// <summary>Notes a change that is about to be told.</summary>
    /// <param name="segment">The page that it is of.</param>
    /// <param name="change">The change; it gets its number here.</param>
    /// <param name="onAcknowledged">What is noted when it is acknowledged (true), or an earlier one of the same item is (false).</param>
    public ContentChange Tell(AckSegment segment, ContentChange change, Func<bool, CancellationToken, ValueTask> onAcknowledged)
    {
        ContentChange told = change;
        Locked(() =>
        {
            told = change with { Sequence = ++Told };
            segment.Open++;
            segment.Lane.Pending++;
            _pending.Add(told.Sequence, new(told, segment, onAcknowledged));
            _latest[told.Id] = told.Sequence;
        });
        return told;
    }

    /// <summary>Keeps a segment open for something that is told later.</summary>
    public void Hold(AckSegment segment) => Locked(() => segment.Open++);

    /// <summary>Ends a segment, or one hold of it.</summary>
    public ValueTask ReleaseAsync(AckSegment segment, PartitionState? after, CancellationToken cancellationToken) => LockedAsync(
        () =>
        {
            segment.After = after ?? segment.After;
            segment.Open--;
            return CommitAsync(segment.Lane, cancellationToken);
        },
        cancellationToken);

    /// <summary>Nothing more of a shared partition is told: once all of it is acknowledged, others may have it.</summary>
    public ValueTask ConcludeAsync(string partition, CancellationToken cancellationToken) => LockedAsync(() => CommitAsync(_shared[partition], cancellationToken), cancellationToken);

    /// <summary>The run is over: others may have its partitions, those too of which something is not acknowledged.</summary>
    public ValueTask ReleaseSharesAsync() => LockedAsync(
        async () =>
        {
            foreach (AckLane lane in _shared.Values)
            {
                await lane.Share!.ReleaseAsync().ConfigureAwait(false);
            }
        },
        CancellationToken.None);

    public ValueTask AcknowledgeAsync(ContentChange change, CancellationToken cancellationToken) => LockedAsync(
        async () =>
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
            pending.Segment.Lane.Pending--;
            await CommitAsync(pending.Segment.Lane, cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    public void Dispose() => _gate.Dispose();

    /// <summary>Notes what the copy has now, which is settled by the latest change of an item only: while a later one is out, the copy may have either.</summary>
    private async ValueTask NoteAsync(Pending pending, CancellationToken cancellationToken)
    {
        long latest = _latest.GetValueOrDefault(pending.Change.Id);
        if (latest == pending.Change.Sequence)
        {
            await pending.OnAcknowledged(true, cancellationToken).ConfigureAwait(false);
            _latest.Remove(pending.Change.Id);
        }
        else if (_pending.TryGetValue(latest, out Pending? later))
        {
            await later.OnAcknowledged(false, cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueTask CommitAsync(AckLane lane, CancellationToken cancellationToken) =>
        lane.CommitAsync(inventory, (partition, after) => (_states[partition], _isStale) = (after, true), cancellationToken);

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

    private async ValueTask LockedAsync(Func<ValueTask> action, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await action().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
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

    private sealed record Pending(ContentChange Change, AckSegment Segment, Func<bool, CancellationToken, ValueTask> OnAcknowledged);
}
