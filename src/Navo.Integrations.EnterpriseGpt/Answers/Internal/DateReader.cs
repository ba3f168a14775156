namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Reads months and days of the week.</summary>
internal static class DateReader
{
    private static readonly string[] ShortDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] BeforeMonths = ["in", "of", "by", "until", "since", "till", "early", "mid", "late", "im", "bis", "seit", "ab", "vom", "en", "em", "ende", "anfang", "mitte"];

    /// <summary>The form of a month or a day; null for any other word.</summary>
    public static string? Read(string text, IReadOnlyList<RawWord> words, int i)
    {
        RawWord word = words[i];
        if (CalendarWords.Of(word.Plain) is { } certain)
        {
            return certain;
        }

        int day = Array.IndexOf(ShortDays, word.Text);
        return day >= 0 ? $"day:{day + 1}" : CalendarWords.PossiblyOf(word.Plain) is { } possible && IsDated(text, words, i) ? possible : null;
    }

    private static bool IsDated(string text, IReadOnlyList<RawWord> words, int i)
    {
        RawWord word = words[i];
        bool isBesideNumber = (i > 0 && words[i - 1].IsDigits) || (i + 1 < words.Count && words[i + 1].IsDigits);
        bool isName = word.Plain is "may" or "mai" && char.IsUpper(word.Text[0]) && !StartsSentence(text, word.Start);
        return isBesideNumber || isName || (i > 0 && BeforeMonths.Contains(words[i - 1].Plain, StringComparer.Ordinal));
    }

    private static bool StartsSentence(string text, int start)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, start).TrimEnd(" \t\"“„*_(");
        return before.Length == 0 || before[^1] is '.' or '!' or '?' or ':' or '\n';
    }
}
