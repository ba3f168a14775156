namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Puts numbers together that are written as several words: "one hundred and twenty-five".</summary>
internal static class SpokenNumber
{
    private static readonly string[] NoNumberAfter = ["no", "each", "every", "any", "some", "this", "that", "which", "the", "another"];

    public static (long Value, int Next)? Read(string text, IReadOnlyList<RawWord> words, int i)
    {
        if (NumberWords.Of(words[i].Plain) is not { } first || IsPronoun(words, i))
        {
            return null;
        }

        long total = 0;
        long part = first;
        int next = i + 1;
        while (Following(text, words, next, part + total) is (var value, var at) && Joined(ref total, ref part, value))
        {
            next = at + 1;
        }

        return (total + part, next);
    }

    /// <summary>Whether nothing but spaces or a hyphen stands between a word and the one before it.</summary>
    public static bool IsJoined(string text, IReadOnlyList<RawWord> words, int i) => text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).IndexOfAnyExcept(" \u00A0-") < 0;

    /// <summary>The number word that goes on with the number; "and" may stand before it once there are hundreds.</summary>
    private static (long Value, int At)? Following(string text, IReadOnlyList<RawWord> words, int next, long sofar)
    {
        bool isAnd = sofar >= 100 && next + 1 < words.Count && words[next].Plain is "and" or "und" && IsJoined(text, words, next);
        int at = isAnd ? next + 1 : next;
        return at < words.Count && IsJoined(text, words, at) && NumberWords.Of(words[at].Plain) is { } value ? (value, at) : null;
    }

    private static bool Joined(ref long total, ref long part, long value)
    {
        if (NumberWords.IsScale(value) && part * value < 1_000_000_000_000)
        {
            (total, part) = value == 100 ? (total, part * 100) : (total + (part * value), 0);
            return true;
        }

        bool fits = value < 100
            ? (part % 100 == 0 && part + total >= 100) || (value is > 0 and < 10 && part % 100 >= 20 && part % 10 == 0)
            : part == 0 && total > 0 && value < (total % 1_000_000 == 0 ? 1_000_000 : 1000);
        part += fits ? value : 0;
        return fits;
    }

    /// <summary>"One" is often no number: "no one", "one of them".</summary>
    private static bool IsPronoun(IReadOnlyList<RawWord> words, int i) => words[i].Plain == "one"
        && ((i > 0 && NoNumberAfter.Contains(words[i - 1].Plain, StringComparer.Ordinal)) || (i + 1 < words.Count && words[i + 1].Plain is "of" or "another"));
}
