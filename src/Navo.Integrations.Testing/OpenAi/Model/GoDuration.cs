using System.Globalization;

namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>Durations as Go writes them, which the reset headers do: <c>6m0s</c>, <c>1.5s</c>, <c>12ms</c>.</summary>
internal static class GoDuration
{
    public static string Format(TimeSpan time)
    {
        TimeSpan whole = TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds));
        string seconds = $"{(whole.Seconds + (whole.Milliseconds / 1000m)).ToString("0.###", CultureInfo.InvariantCulture)}s";
        int hours = (int)whole.TotalHours;
        return whole <= TimeSpan.Zero ? "0s"
            : whole < TimeSpan.FromSeconds(1) ? string.Create(CultureInfo.InvariantCulture, $"{whole.Milliseconds}ms")
            : whole < TimeSpan.FromMinutes(1) ? seconds
            : hours == 0 ? string.Create(CultureInfo.InvariantCulture, $"{whole.Minutes}m{seconds}")
            : string.Create(CultureInfo.InvariantCulture, $"{hours}h{whole.Minutes}m{seconds}");
    }
}
