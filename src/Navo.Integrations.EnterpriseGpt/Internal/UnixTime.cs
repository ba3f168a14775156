namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Times of the API, in seconds since 1970.</summary>
internal static class UnixTime
{
    private const double Year10000 = 253_402_300_800;

    /// <summary>The time; null where there is none or the figure is no time from 1970 to 9999.</summary>
    public static DateTimeOffset? Of(double? seconds) => seconds is >= 0 and < Year10000 ? DateTimeOffset.FromUnixTimeSeconds((long)seconds.Value) : null;
}
