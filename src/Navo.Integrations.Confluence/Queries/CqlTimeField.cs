using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>A point in time. Confluence compares to the minute, in the time zone of the site.</summary>
/// <remarks>Bounds are rounded outward, so that nothing is missed: compare exact times again after fetching.</remarks>
public sealed class CqlTimeField
{
    private readonly string _name;

    internal CqlTimeField(string name) => _name = name;

    /// <summary>At this time or later. Cut to the minute; in the hour that the end of summer time repeats, one hour earlier.</summary>
    /// <param name="time">The time.</param>
    /// <param name="siteZone">The time zone that the site's administrator set.</param>
    /// <returns>The clause.</returns>
    public Cql OnOrAfter(DateTimeOffset time, TimeZoneInfo siteZone)
    {
        ArgumentNullException.ThrowIfNull(siteZone);
        return Compared(">=", "<", Literal(InZone(time, siteZone, outward: -1)));
    }

    /// <summary>Before this time. Raised to the next minute; in the hour that the end of summer time repeats, one hour later.</summary>
    /// <param name="time">The time.</param>
    /// <param name="siteZone">The time zone that the site's administrator set.</param>
    /// <returns>The clause.</returns>
    public Cql Before(DateTimeOffset time, TimeZoneInfo siteZone)
    {
        ArgumentNullException.ThrowIfNull(siteZone);
        return Compared("<", ">=", Literal(InZone(time, siteZone, outward: 1)));
    }

    /// <summary>Within this time up to now, by the clock of the site: no time zone is needed.</summary>
    /// <param name="period">How far back; more than zero, raised to a whole minute, at most 3,650 days.</param>
    /// <returns>The clause.</returns>
    /// <exception cref="InvalidQueryException">The period is out of its bounds.</exception>
    public Cql WithinLast(TimeSpan period)
    {
        if (period <= TimeSpan.Zero || period > TimeSpan.FromDays(3650))
        {
            throw new InvalidQueryException("A period that leads up to now is more than zero and at most 3,650 days.");
        }

        long minutes = (period.Ticks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute;
        string back = minutes % 1440 == 0 ? $"{minutes / 1440}d" : minutes % 60 == 0 ? $"{minutes / 60}h" : $"{minutes}m";
        return Compared(">=", "<", $"now(\"-{back}\")");
    }

    private Cql Compared(string comparison, string opposite, string value) =>
        new(CqlClause.Single($"{_name} {comparison} {value}"), CqlClause.Single($"{_name} {opposite} {value}"));

    private static DateTime InZone(DateTimeOffset time, TimeZoneInfo zone, int outward)
    {
        DateTime local = TimeZoneInfo.ConvertTime(time, zone).DateTime;
        if (zone.IsAmbiguousTime(local))
        {
            TimeSpan[] offsets = zone.GetAmbiguousTimeOffsets(local);
            local += outward * (offsets.Max() - offsets.Min());
        }

        long beyond = local.Ticks % TimeSpan.TicksPerMinute;
        bool raise = outward > 0 && beyond > 0 && local < DateTime.MaxValue.AddMinutes(-1);
        return local.AddTicks(raise ? TimeSpan.TicksPerMinute - beyond : -beyond);
    }

    private static string Literal(DateTime time) => CqlLiteral.Quoted(time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
}
