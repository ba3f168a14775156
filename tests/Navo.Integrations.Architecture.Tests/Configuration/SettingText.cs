using System.Collections;
using System.Globalization;

namespace Navo.Integrations.Architecture.Tests.Configuration;

/// <summary>Values of options as people write them.</summary>
internal static class SettingText
{
    private static readonly (TimeSpan Length, string Name)[] Units =
        [(TimeSpan.FromDays(1), "d"), (TimeSpan.FromHours(1), "h"), (TimeSpan.FromMinutes(1), "min"), (TimeSpan.FromSeconds(1), "s"), (TimeSpan.FromMilliseconds(1), "ms")];

    public static string Of(object? value) => value switch
    {
        null => "none",
        TimeSpan duration => Duration(duration),
        bool flag => flag ? "`true`" : "`false`",
        long size when size >= 1L << 20 && size % (1L << 20) == 0 => $"{(size >> 20).ToString("N0", CultureInfo.InvariantCulture)} MiB",
        int or long => Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture),
        double or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        string text => $"`{Portable(text)}`",
        IEnumerable list => list.Cast<object>().Any() ? string.Join(", ", list.Cast<object>().Select(Of)) : "none",
        _ => $"`{value}`",
    };

    /// <summary>A path below the folder for local data is the same on every machine but for that folder.</summary>
    public static string Portable(string text)
    {
        string folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length > 0 && text.StartsWith(folder, StringComparison.Ordinal) ? $"{{LocalApplicationData}}{text[folder.Length..].Replace('\\', '/')}" : text;
    }

    /// <summary>In the largest unit that it is a whole number of.</summary>
    private static string Duration(TimeSpan duration)
    {
        (TimeSpan length, string name) = Units.FirstOrDefault(unit => duration >= unit.Length && duration.Ticks % unit.Length.Ticks == 0, Units[^1]);
        return duration == TimeSpan.Zero ? "0" : $"{(duration / length).ToString("N0", CultureInfo.InvariantCulture)} {name}";
    }
}
