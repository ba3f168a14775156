using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>
/// Says which run is due. What was asked for is due at once, but no sooner after the last run than the shortest interval. Between runs over everything the time halves when there was something to
/// tell, and doubles when there was nothing or something went wrong.
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
            DateTimeOffset due = !_changed.IsEmpty || !_access.IsEmpty ? _earliest : Earlier(_nextRun, _nextAccess);
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
        if (now >= _nextRun)
        {
            _changed.Take();
            return new(SyncMode.Incremental, null);
        }

        if (!_changed.IsEmpty)
        {
            return new(SyncMode.Incremental, _changed.Take());
        }

        if (now >= _nextAccess)
        {
            _access.Add(null);
            _nextAccess = now + _options.AccessInterval!.Value;
        }

        return new(SyncMode.AccessOnly, _access.Take());
    }

    /// <summary>An errand is over.</summary>
    public void Done(SyncErrand errand, SyncOutcome outcome, DateTimeOffset now)
    {
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

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
