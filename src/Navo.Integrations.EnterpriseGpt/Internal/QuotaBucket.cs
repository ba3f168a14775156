using System.Globalization;
using System.Net.Http.Headers;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>
/// One bucket as the headers describe it: how much it holds, how much is in it, and when it is full again. It fills evenly. Not safe for concurrent use.
/// </summary>
internal sealed class QuotaBucket(string what, TimeProvider time)
{
    /// <summary>The vendor rounds its figures and counts by its own measure: who comes on the dot comes too early at times.</summary>
    private const double Margin = 1.05;

    private readonly string _limitHeader = $"x-ratelimit-limit-{what}";
    private readonly string _remainingHeader = $"x-ratelimit-remaining-{what}";
    private readonly string _resetHeader = $"x-ratelimit-reset-{what}";
    private double _limit;
    private double _left;
    private double _perSecond;
    private long _at;

    /// <summary>The share that is left, 0 to 1; null as long as no answer told.</summary>
    public double? LeftShare => _limit <= 0 ? null : Math.Clamp(Current() / _limit, 0, 1);

    /// <summary>Takes an amount and says how long to wait until it is there. More than the bucket holds is waited for as if it were full: the source says what comes of it.</summary>
    public TimeSpan Take(double amount)
    {
        if (_limit <= 0)
        {
            return TimeSpan.Zero;
        }

        double need = Math.Min(amount, _limit);
        _left = Current() - need;
        _at = time.GetTimestamp();
        return _left >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(-_left / _perSecond * Margin, TimeSpan.FromDays(1).TotalSeconds));
    }

    /// <summary>Gives back what was taken and not used.</summary>
    public void Give(double amount)
    {
        if (_limit > 0)
        {
            _left = Current() + Math.Min(amount, _limit);
            _at = time.GetTimestamp();
        }
    }

    /// <summary>Learns from an answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="promised">What is promised to requests that the source may not have counted yet.</param>
    public void Observe(HttpResponseMessage response, double promised)
    {
        if (Number(response, _limitHeader) is not { } limit || limit <= 0
            || Number(response, _remainingHeader) is not { } remaining || GoDuration.Parse(Text(response, _resetHeader)) is not { } reset)
        {
            return;
        }

        double missing = limit - remaining;
        double told = remaining - promised;
        _left = _limit == limit ? Math.Min(Current(), told) : told; // answers overtake each other: the lower figure is the later one
        _limit = limit;
        _perSecond = reset > TimeSpan.Zero && missing > 0 ? missing / reset.TotalSeconds : limit / 60;
        _at = time.GetTimestamp();
    }

    private double Current() => Math.Min(_limit, _left + (time.GetElapsedTime(_at).TotalSeconds * _perSecond));

    private static double? Number(HttpResponseMessage response, string header) =>
        double.TryParse(Text(response, header), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    private static string? Text(HttpResponseMessage response, string header)
    {
        HeaderStringValues.Enumerator values = response.Headers.NonValidated.TryGetValues(header, out HeaderStringValues told) ? told.GetEnumerator() : default;
        return values.MoveNext() ? values.Current : null;
    }
}
