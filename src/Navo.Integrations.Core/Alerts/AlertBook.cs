using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts;

/// <summary>Holds figures against rules and knows which troubles there are. Only troubles are remembered, so what is in order takes no memory. Not safe for concurrent use.</summary>
internal sealed class AlertBook(AlertSettings settings, TimeProvider time, ILogger logger)
{
    /// <summary>Beyond so many troubles no new one is looked at: by then the oldest tell enough.</summary>
    internal const int MostTroubles = 5000;

    private readonly Dictionary<AlertSubject, AlertTrack> _tracks = [];
    private readonly List<Alert> _changes = [];
    private long _round;
    private bool _isFull;

    public int Troubles => _tracks.Count;

    public IReadOnlyList<Alert> Open => [.. _tracks.Values.Select(static track => track.Alert).OfType<Alert>().OrderBy(static alert => alert.RaisedAt)];

    /// <summary>Judges the figures of each source; null for a source that failed, whose troubles stay as they are.</summary>
    public IReadOnlyList<Alert> Judge(IReadOnlyList<IReadOnlyList<AlertReading>?> sources)
    {
        _changes.Clear();
        _ = settings.Current; // so that there are valid ones for whoever comes later, or none for anybody
        _round++;
        for (int source = 0; source < sources.Count; source++)
        {
            foreach (AlertReading reading in sources[source] ?? [])
            {
                Judge(reading, source);
            }
        }

        foreach ((AlertSubject subject, AlertTrack track) in _tracks.Where(entry => entry.Value.Round != _round && sources[entry.Value.Source] is not null).ToArray())
        {
            Improve(subject, track, value: null, LimitsOf(subject).Options);
        }

        ReportFull();
        return [.. _changes];
    }

    private void Judge(AlertReading reading, int source)
    {
        AlertSubject subject = AlertSubject.Of(reading);
        AlertLimits limits = LimitsOf(subject);
        bool isKnown = _tracks.TryGetValue(subject, out AlertTrack? track);
        bool isBad = limits.Options.Enabled && limits.IsBad(reading);
        if (!isKnown && isBad && _tracks.Count < MostTroubles)
        {
            _tracks[subject] = track = new(time.GetTimestamp(), source);
        }

        if (track is null)
        {
            _isFull |= isBad;
            return;
        }

        track.Round = _round;
        if (track.Alert is null ? !isBad : !limits.Options.Enabled || limits.IsGood(reading))
        {
            Improve(subject, track, reading.Value, limits.Options);
        }
        else
        {
            GoOn(subject, track, reading.Value, limits);
        }
    }

    /// <summary>The trouble goes on, or is not over for sure.</summary>
    private void GoOn(AlertSubject subject, AlertTrack track, double value, AlertLimits limits)
    {
        track.GoodSince = null;
        if (track.Alert is { } open)
        {
            track.Alert = open with { Value = value };
        }
        else if (time.GetElapsedTime(track.NoticedAt) >= limits.Options.RaiseAfter)
        {
            track.Alert = new()
            {
                Key = subject.ToString(),
                Rule = subject.Rule,
                Integration = subject.Integration,
                Part = subject.Part,
                Value = value,
                Threshold = limits.Raise,
                RaisedAt = time.GetUtcNow(),
                Summary = AlertText.Raised(subject, value, limits.Raise),
            };
            _changes.Add(track.Alert);
        }
    }

    private void Improve(AlertSubject subject, AlertTrack track, double? value, AlertRuleOptions rule)
    {
        track.GoodSince ??= time.GetTimestamp();
        bool isOver = !rule.Enabled || time.GetElapsedTime(track.GoodSince.Value) >= rule.ClearAfter;
        if (track.Alert is null)
        {
            _tracks.Remove(subject);
        }
        else if (isOver)
        {
            _tracks.Remove(subject);
            _changes.Add(track.Alert with { Value = value ?? track.Alert.Value, ResolvedAt = time.GetUtcNow(), Summary = AlertText.Resolved(subject) });
        }
    }

    private void ReportFull()
    {
        if (_isFull)
        {
            AlertLog.TooMany(logger, MostTroubles);
        }

        _isFull = false;
    }

    private AlertLimits LimitsOf(AlertSubject subject) => AlertLimits.Of(subject.Rule, settings.Of(subject.Integration));
}
