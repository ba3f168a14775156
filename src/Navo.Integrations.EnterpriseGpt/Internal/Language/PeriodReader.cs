using System.Globalization;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Reads the words at a place as a span of time, seen from now.</summary>
internal readonly struct PeriodReader(QueryDraft draft, DateTimeOffset now)
{
    /// <summary>One that is a span of time wherever it stands: "yesterday", "last week", "March 2025", "2025-03-01".</summary>
    public QueryPeriod Strong(int at)
    {
        string word = draft.Word(at);
        QueryPeriod period = word switch
        {
            "today" or "heute" => Day(0),
            "yesterday" or "gestern" => Day(-1),
            "vorgestern" => Day(-2),
            _ => Date(word),
        };
        period = period.IsFound ? period : Relative(at);
        period = period.IsFound ? period : Ago(at);
        return period.IsFound ? period : Named(at);
    }

    /// <summary>One after a word such as "in" or "since": also "2025", "March" and "Q1", which mean other things elsewhere.</summary>
    public QueryPeriod Any(int at)
    {
        int skip = TimeWords.IsArticle(draft.Word(at)) ? 1 : 0;
        QueryPeriod period = Strong(at + skip);
        period = period.IsFound ? period : Weak(draft.Word(at + skip));
        return period.IsFound ? period with { Words = period.Words + skip } : default;
    }

    /// <summary>"3 days" after "since" or "seit": from so long ago until now.</summary>
    public QueryPeriod Rolling(int at)
    {
        int count = TimeWords.Number(draft.Word(at));
        TimeUnit unit = TimeWords.Unit(draft.Word(at + 1));
        return count > 0 && unit != TimeUnit.None ? new(CalendarMath.Add(now, unit, -count), now, 2) : default;
    }

    private QueryPeriod Day(int offset)
    {
        DateTimeOffset day = CalendarMath.Start(now, TimeUnit.Day).AddDays(offset);
        return new(day, day.AddDays(1), 1);
    }

    private static QueryPeriod Date(string word)
    {
        if (word.Length is < 7 or > 10 || !char.IsAsciiDigit(word[0]))
        {
            return default;
        }

        ReadOnlySpan<string> days = ["yyyy-MM-dd", "d.M.yyyy"];
        foreach (string format in days)
        {
            if (IsDate(word, format, out DateTimeOffset day))
            {
                return new(day, day.AddDays(1), 1);
            }
        }

        return IsDate(word, "yyyy-MM", out DateTimeOffset month) ? new(month, month.AddMonths(1), 1) : default;
    }

    private static bool IsDate(string word, string format, out DateTimeOffset date) =>
        DateTimeOffset.TryParseExact(word, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date) && date.Year is >= 1990 and <= 2100;

    /// <summary>"this month", "last week", "the last 7 days", "past week".</summary>
    private QueryPeriod Relative(int at)
    {
        string word = draft.Word(at);
        TimeUnit unit = TimeWords.Unit(draft.Word(at + 1));
        DateTimeOffset start = CalendarMath.Start(now, unit);
        if (unit != TimeUnit.None && TimeWords.IsThis(word))
        {
            return new(start, CalendarMath.Add(start, unit, 1), 2);
        }

        if (!TimeWords.IsLast(word))
        {
            return default;
        }

        if (unit != TimeUnit.None)
        {
            return word == "past" ? new(CalendarMath.Add(now, unit, -1), now, 2) : new(CalendarMath.Add(start, unit, -1), start, 2);
        }

        int count = TimeWords.Number(draft.Word(at + 1));
        TimeUnit counted = TimeWords.Unit(draft.Word(at + 2));
        return count > 0 && counted != TimeUnit.None ? new(CalendarMath.Add(now, counted, -count), now, 3) : default;
    }

    /// <summary>"3 days ago", "vor 3 Tagen": the unit that lies so far back.</summary>
    private QueryPeriod Ago(int at)
    {
        int number = draft.Word(at) == "vor" ? at + 1 : at;
        int count = TimeWords.Number(draft.Word(number));
        TimeUnit unit = TimeWords.Unit(draft.Word(number + 1));
        bool isAgo = number > at || draft.Word(number + 2) == "ago";
        if (count == 0 || unit == TimeUnit.None || !isAgo)
        {
            return default;
        }

        DateTimeOffset start = CalendarMath.Start(CalendarMath.Add(now, unit, -count), unit);
        return new(start, CalendarMath.Add(start, unit, 1), 3);
    }

    /// <summary>"March 2025", "Q1 2025".</summary>
    private QueryPeriod Named(int at)
    {
        int year = TimeWords.Year(draft.Word(at + 1));
        return year == 0 ? default : OfYear(draft.Word(at), year) with { Words = OfYear(draft.Word(at), year).IsFound ? 2 : 0 };
    }

    /// <summary>A year, or the latest month or quarter of the name that has begun.</summary>
    private QueryPeriod Weak(string word)
    {
        if (TimeWords.Year(word) is var year and > 0)
        {
            DateTimeOffset start = CalendarMath.Date(year, 1, 1);
            return new(start, start.AddYears(1), 1);
        }

        QueryPeriod period = OfYear(word, now.Year);
        return period.IsFound && period.From > now ? OfYear(word, now.Year - 1) : period;
    }

    private static QueryPeriod OfYear(string word, int year)
    {
        if (TimeWords.Month(word) is var month and > 0)
        {
            DateTimeOffset start = CalendarMath.Date(year, month, 1);
            return new(start, start.AddMonths(1), 1);
        }

        if (TimeWords.Quarter(word) is var quarter and > 0)
        {
            DateTimeOffset start = CalendarMath.Date(year, ((quarter - 1) * 3) + 1, 1);
            return new(start, start.AddMonths(3), 1);
        }

        return default;
    }
}
