namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Days, weeks from Monday, months, quarters and years in UTC.</summary>
internal static class CalendarMath
{
    /// <summary>The beginning of the unit that the time lies in.</summary>
    public static DateTimeOffset Start(DateTimeOffset time, TimeUnit unit)
    {
        DateTimeOffset day = Date(time.Year, time.Month, time.Day);
        return unit switch
        {
            TimeUnit.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            TimeUnit.Month => Date(day.Year, day.Month, 1),
            TimeUnit.Quarter => Date(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
            TimeUnit.Year => Date(day.Year, 1, 1),
            _ => day,
        };
    }

    public static DateTimeOffset Add(DateTimeOffset time, TimeUnit unit, int count) => unit switch
    {
        TimeUnit.Week => time.AddDays(7 * count),
        TimeUnit.Month => time.AddMonths(count),
        TimeUnit.Quarter => time.AddMonths(3 * count),
        TimeUnit.Year => time.AddYears(count),
        _ => time.AddDays(count),
    };

    public static DateTimeOffset Date(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
