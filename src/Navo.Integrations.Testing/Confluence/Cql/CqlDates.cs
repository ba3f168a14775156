using System.Globalization;

namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>Reads CQL's dates: local times of the site's zone, and <c>now()</c> with an offset.</summary>
internal sealed class CqlDates(DateTimeOffset now, TimeZoneInfo zone)
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd HH:mm", "yyyy/MM/dd HH:mm", "yyyy-MM-dd", "yyyy/MM/dd"];

    public DateTimeOffset Read(CqlValue value)
    {
        if (value.IsFunction)
        {
            return Function(value);
        }

        return DateTime.TryParseExact(value.Text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? InZone(local)
            : throw new CqlSyntaxException($"'{value.Text}' is not a date");
    }

    private DateTimeOffset Function(CqlValue value) => value.Text switch
    {
        "now" => now + Offset(value.Argument),
        "startofday" => InZone(TimeZoneInfo.ConvertTime(now, zone).Date) + Offset(value.Argument),
        _ => throw new CqlSyntaxException($"'{value.Text}' is not a function that gives a date"),
    };

    private DateTimeOffset InZone(DateTime local)
    {
        // A local time that the change to summer time leaves out means the moment after the gap.
        var valid = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(valid, zone.GetUtcOffset(valid));
    }

    private static TimeSpan Offset(string? argument)
    {
        if (string.IsNullOrEmpty(argument))
        {
            return TimeSpan.Zero;
        }

        if (!int.TryParse(argument.AsSpan(0, argument.Length - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
        {
            throw new CqlSyntaxException($"'{argument}' is not an offset");
        }

        return argument[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            'w' => TimeSpan.FromDays(7 * count),
            'M' => TimeSpan.FromDays(30 * count),
            'y' => TimeSpan.FromDays(365 * count),
            _ => throw new CqlSyntaxException($"'{argument}' is not an offset"),
        };
    }
}
