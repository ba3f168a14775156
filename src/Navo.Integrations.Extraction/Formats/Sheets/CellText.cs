using System.Globalization;
using ExcelNumberFormat;

namespace Navo.Integrations.Extraction.Formats.Sheets;

/// <summary>What a number shows under a format: dates as <c>yyyy-MM-dd</c>, everything else as the format says, in no country's manner.</summary>
internal static class CellText
{
    private const int DaysTo1904 = 1462;
    private const int FalseLeapDay = 60;
    private const double MaxSerial = 2_958_466;

    /// <summary>The text of a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="format">The format; null for the general one.</param>
    /// <param name="is1904">Whether days are counted from 1904.</param>
    public static string Of(double value, NumberFormat? format, bool is1904)
    {
        if (format is not { IsValid: true })
        {
            return General(value);
        }

        if (format.IsDateTimeFormat)
        {
            return Date(is1904 ? value + DaysTo1904 : value) ?? General(value);
        }

        if (format.IsTimeSpanFormat)
        {
            return Duration(value);
        }

        string text = format.Format(value, CultureInfo.InvariantCulture).Trim();
        return text.Length > 0 ? text : General(value);
    }

    /// <summary>The text of a date, with the time where it has one.</summary>
    public static string Of(DateTime date) => date.ToString(
        date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : date.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The text of a number without a format.</summary>
    public static string General(double value) => value.ToString("0.###############", CultureInfo.InvariantCulture) is var text && Math.Abs(value) is < 1e15 and > 1e-10 or 0
        ? text
        : value.ToString("G15", CultureInfo.InvariantCulture);

    private static string Duration(double value)
    {
        double seconds = Math.Round(Math.Abs(value) * 86_400);
        return string.Create(CultureInfo.InvariantCulture, $"{(value < 0 ? "-" : string.Empty)}{Math.Floor(seconds / 3600):0}:{Math.Floor(seconds / 60) % 60:00}:{seconds % 60:00}");
    }

    // Day 60 is 29 February 1900, which never was; the days before it are one off for every other calendar.
    private static string? Date(double serial)
    {
        if (double.IsNaN(serial) || serial < 0 || serial >= MaxSerial)
        {
            return null;
        }

        double rounded = Math.Min(Math.Round(serial * 86_400) / 86_400, MaxSerial - (1.0 / 86_400));
        if (rounded < 1)
        {
            return DateTime.MinValue.AddSeconds(Math.Round(rounded * 86_400)).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        }

        return (int)rounded == FalseLeapDay ? "1900-02-29" : Of(DateTime.FromOADate(rounded < FalseLeapDay ? rounded + 1 : rounded).AddMilliseconds(1).Truncated());
    }

    private static DateTime Truncated(this DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), time.Kind);
}
