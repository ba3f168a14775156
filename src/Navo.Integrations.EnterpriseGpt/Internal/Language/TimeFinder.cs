namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Finds the first limit of time in a question: "since March", "between 2023 and 2024", "letzte Woche".</summary>
internal static class TimeFinder
{
    public static void Find(QueryDraft draft, DateTimeOffset now)
    {
        // No clock is so far off; what counts years back and forth below needs the room.
        if (now.Year is < 1990 or > 2100)
        {
            return;
        }

        PeriodReader periods = new(draft, now);
        for (int i = 0; i < draft.Words.Count && draft.TimeRange is null; i++)
        {
            if (draft.IsUsed(i))
            {
                continue;
            }

            (QueryTimeRange? range, int words) = At(draft, periods, i);
            if (range is not null)
            {
                draft.TimeRange = range;
                QueryDraft.Add(draft.Entities, new(draft.Slice(i, words), QueryEntityKind.Date));
                draft.Use(i, words);
            }
        }
    }

    private static (QueryTimeRange? Range, int Words) At(QueryDraft draft, PeriodReader periods, int i)
    {
        QueryPeriod strong = periods.Strong(i);
        return strong.IsFound ? (new(strong.From, strong.To), strong.Words) : Limited(draft, periods, i);
    }

    private static (QueryTimeRange? Range, int Words) Limited(QueryDraft draft, PeriodReader periods, int i)
    {
        string word = draft.Word(i);
        if (word is "between" or "zwischen" or "from" or "von")
        {
            return Between(draft, periods, i);
        }

        QueryPeriod period = IsLimit(word) ? periods.Any(i + 1) : default;
        period = !period.IsFound && (word is "since" or "seit" or "within") ? periods.Rolling(i + 1) : period;
        if (!period.IsFound)
        {
            return default;
        }

        QueryTimeRange range = word switch
        {
            "since" or "seit" or "depuis" or "desde" or "ab" => new(period.From, null),
            "before" or "vor" => new(null, period.From),
            "after" or "nach" => new(period.To, null),
            "until" or "till" or "bis" => new(null, period.To),
            _ => new(period.From, period.To),
        };
        return (range, period.Words + 1);
    }

    private static bool IsLimit(string word) =>
        word is "since" or "seit" or "depuis" or "desde" or "ab" or "before" or "vor" or "after" or "nach" or "until" or "till" or "bis"
            or "in" or "im" or "during" or "within" or "en" or "em" or "nel";

    private static (QueryTimeRange? Range, int Words) Between(QueryDraft draft, PeriodReader periods, int i)
    {
        QueryPeriod first = periods.Any(i + 1);
        int joint = i + 1 + first.Words;
        if (!first.IsFound || draft.Word(joint) is not ("and" or "und" or "to" or "until" or "till" or "bis"))
        {
            return default;
        }

        QueryPeriod last = periods.Any(joint + 1);
        return last.IsFound && first.From < last.To ? (new(first.From, last.To), joint + 1 + last.Words - i) : default;
    }
}
