using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.Core.Alerts.Readings;

/// <summary>The calls of one integration within the last minutes, out of the figures since the process started: a few slices, and none for a time without calls.</summary>
internal sealed class RollingCalls(OperationStatistics statistics, CallFigures before, TimeProvider time)
{
    /// <summary>A window is cut into so many slices at most, however often it is looked at.</summary>
    internal const int MostSlices = 20;

    private readonly LinkedList<Slice> _slices = [];
    private CallFigures _last = before;

    public int Slices => _slices.Count;

    /// <summary>The calls that ended within the window; those of its oldest slice go together.</summary>
    public CallFigures Within(TimeSpan window)
    {
        long now = time.GetTimestamp();
        Take(now, window / MostSlices);
        while (_slices.First is { } oldest && time.GetElapsedTime(oldest.Value.At, now) >= window)
        {
            _slices.RemoveFirst();
        }

        return _slices.Aggregate(CallFigures.None, static (sum, slice) => sum.Plus(slice.Figures));
    }

    private void Take(long now, TimeSpan width)
    {
        if (statistics.Succeeded + statistics.Failed == _last.Calls)
        {
            return;
        }

        CallFigures all = CallFigures.Of(statistics);
        CallFigures more = all.Minus(_last);
        _last = all;
        if (_slices.Last is { } newest && time.GetElapsedTime(newest.Value.At, now) < width)
        {
            newest.Value = newest.Value with { Figures = newest.Value.Figures.Plus(more) };
        }
        else
        {
            _slices.AddLast(new Slice(now, more));
        }
    }

    private sealed record Slice(long At, CallFigures Figures);
}
