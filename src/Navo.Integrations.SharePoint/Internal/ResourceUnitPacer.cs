using System.Globalization;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// Spreads resource units over the minute: a tenth of the quota at once, the rest evenly, so that no minute holds more than the quota. What Graph says is left of it, which it does
/// from 80 % on, slows the pace down until the quota is renewed. With a quota of 0 nothing is spread; pauses still hold. Of a quota that several processes use, this one takes its part.
/// </summary>
internal sealed class ResourceUnitPacer(int unitsPerMinute, TimeProvider time, Func<int> users, Action<TimeSpan> tell) : IRequestPacer
{
    private readonly Lock _gate = new();
    private double _left = unitsPerMinute / 10.0;
    private long _at = time.GetTimestamp();
    private double _slowPerSecond;
    private long _slowUntil = long.MinValue;
    private long _pausedUntil = long.MinValue;

    private double Burst => unitsPerMinute / 10.0 / users();

    private double PerSecond => unitsPerMinute * 0.9 / 60 / users();

    public TimeSpan Reserve(HttpRequestMessage request)
    {
        int units = ResourceUnits.Of(request);
        lock (_gate)
        {
            TimeSpan paused = Left(_pausedUntil);
            if (unitsPerMinute == 0)
            {
                return paused;
            }

            Refill();
            _left -= units;
            TimeSpan turn = _left >= 0 ? TimeSpan.Zero : Until(-_left);
            return turn > paused ? turn : paused;
        }
    }

    public void Release(HttpRequestMessage request)
    {
        lock (_gate)
        {
            _left = Math.Min(Burst, _left + ResourceUnits.Of(request));
        }
    }

    /// <summary>Lets nothing through for a while: a request within a batch was told to wait, which counts for all, in other processes too.</summary>
    public void Pause(TimeSpan wait)
    {
        Note(wait);
        tell(wait);
    }

    /// <summary>Notes a pause of which another process tells.</summary>
    public void Note(TimeSpan wait)
    {
        lock (_gate)
        {
            _pausedUntil = Math.Max(_pausedUntil, time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency));
        }
    }

    public void Observe(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (unitsPerMinute == 0 || Number(response, "RateLimit-Remaining") is not { } remaining || Number(response, "RateLimit-Reset") is not { } reset || reset <= 0)
        {
            return;
        }

        lock (_gate)
        {
            Refill();
            _left = Math.Min(_left, Math.Min(Burst, remaining));
            _slowPerSecond = Math.Max(remaining, 1) / reset / users();
            _slowUntil = time.GetTimestamp() + (long)(reset * time.TimestampFrequency);
        }
    }

    private TimeSpan Left(long until)
    {
        long now = time.GetTimestamp();
        return until > now ? time.GetElapsedTime(now, until) : TimeSpan.Zero;
    }

    /// <summary>How long it takes to earn units: at the slow pace until the quota is renewed, at the usual one after it.</summary>
    private TimeSpan Until(double units)
    {
        double slow = Left(_slowUntil).TotalSeconds;
        double rate = Rate();
        double seconds = units <= rate * slow ? units / rate : slow + ((units - (slow > 0 ? rate * slow : 0)) / PerSecond);
        return TimeSpan.FromSeconds(seconds);
    }

    private double Rate() => time.GetTimestamp() < _slowUntil ? Math.Min(PerSecond, _slowPerSecond) : PerSecond;

    private void Refill()
    {
        long now = time.GetTimestamp();
        _left = Math.Min(Burst, _left + (time.GetElapsedTime(_at, now).TotalSeconds * Rate()));
        _at = now;
    }

    private static double? Number(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out IEnumerable<string>? values) && double.TryParse(values.FirstOrDefault(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number >= 0
            ? number
            : null;
}
