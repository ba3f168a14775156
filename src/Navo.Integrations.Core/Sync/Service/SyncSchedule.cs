using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>
/// Says which run is due. What was asked for is due at once, but no sooner after the last run than the shortest interval. Between runs over everything the time halves when there was something to
/// tell, and doubles when there was nothing or something went wrong. Rights are asked in turn with changes, and not before everything was told once: such a run gives up an enumeration under way.
/// </summary>
internal sealed class SyncSchedule
{
    private readonly ContentSyncServiceOptions _options;
    private readonly AskedPartitions _changed = new();
    private readonly AskedPartitions _access = new();
    private TimeSpan _interval;
    private DateTimeOffset _earliest;
    private DateTimeOffset _nextRun;
    private DateTimeOffset _nextAccess;
    private bool _isFilled;
    private bool _wasAccess;

    public SyncSchedule(ContentSyncServiceOptions options, DateTimeOffset now)
    {
        _options = options;
        _interval = options.ShortestInterval;
        _earliest = now;
        _nextRun = now;
        _nextAccess = options.AccessInterval is { } access ? now + access : DateTimeOffset.MaxValue;
    }

    /// <summary>Whether the source tells by itself, so that runs are only for what it lost.</summary>
    public bool IsNotified { get; set; }

    /// <summary>When there is something to do.</summary>
    public DateTimeOffset NextDue
    {
        get
        {
            DateTimeOffset due = !_changed.IsEmpty || (_isFilled && !_access.IsEmpty) ? _earliest : Earlier(_nextRun, _isFilled ? _nextAccess : DateTimeOffset.MaxValue);
            return due > _earliest ? due : _earliest;
        }
    }

    /// <summary>Something changed in a partition; null for any.</summary>
    public void AskChanges(string? partition) => _changed.Add(partition);

    /// <summary>Who may see something changed in a partition; null for any.</summary>
    public void AskAccess(string? partition) => _access.Add(partition);

    /// <summary>Takes what is due.</summary>
    public SyncErrand? Take(DateTimeOffset now)
    {
        if (now < NextDue)
        {
            return null;
        }

        _earliest = now + _options.ShortestInterval;
        bool isAccessDue = _isFilled && (!_access.IsEmpty || now >= _nextAccess);
        bool isChangeDue = now >= _nextRun || !_changed.IsEmpty;
        _wasAccess = isAccessDue && !(isChangeDue && _wasAccess); // in turn: a busy source must not keep rights from being asked
        return _wasAccess ? TakeAccess(now) : TakeChanges(now);
    }

    /// <summary>An errand is over.</summary>
    public void Done(SyncErrand errand, SyncOutcome outcome, DateTimeOffset now)
    {
        foreach (string elsewhere in outcome.Report.Partitions.Where(partition => errand.Partitions is not null && partition.Outcome == PartitionOutcome.Elsewhere).Select(static partition => partition.Partition))
        {
            (errand.Mode == SyncMode.AccessOnly ? _access : _changed).Add(elsewhere); // another worker has it, and may have read past what was asked for
        }

        _isFilled |= errand is { Mode: SyncMode.Incremental, Partitions: null } && outcome.Error is null; // a part that fails must not keep the rights of the others from being asked
        if (outcome.IsTroubled)
        {
            _interval = Earlier(_interval * 2, _options.LongestInterval);
            _nextRun = Earlier(_nextRun > now ? _nextRun : DateTimeOffset.MaxValue, now + _interval);
            if (errand.Mode == SyncMode.AccessOnly)
            {
                _nextAccess = Earlier(_nextAccess, now + _interval);
            }
        }
        else if (errand is { Mode: SyncMode.Incremental, Partitions: null })
        {
            TimeSpan longest = IsNotified ? _options.NotifiedInterval : _options.LongestInterval;
            _interval = Earlier(outcome.Told > 0 && !IsNotified ? Later(_interval / 2, _options.ShortestInterval) : _interval * 2, longest);
            _nextRun = now + _interval;
        }
    }

    private SyncErrand TakeChanges(DateTimeOffset now)
    {
        bool isWhole = now >= _nextRun;
        IReadOnlyCollection<string>? asked = _changed.Take();
        return new(SyncMode.Incremental, isWhole ? null : asked);
    }

    private SyncErrand TakeAccess(DateTimeOffset now)
    {
        if (now >= _nextAccess)
        {
            _access.Add(null);
            _nextAccess = _options.AccessInterval is { } interval ? now + interval : DateTimeOffset.MaxValue;
        }

        return new(SyncMode.AccessOnly, _access.Take());
    }

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
