using System.Globalization;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Reads numbers, however they are written, with their sign and percent; and months and days. One form each, so that "thirty" is 30 and "März" is "March".</summary>
internal static class NumberReader
{
    private static readonly string[] Percents = ["%", "percent", "prozent", "procent"];

    /// <summary>The form of the number that begins with a word, and the index of the word after it; null where none does.</summary>
    public static (string Form, int Next)? Read(string text, IReadOnlyList<RawWord> words, int i)
    {
        if (IsPercent(words, i, out int after))
        {
            return ("%", after);
        }

        bool isSaid = words[i].Plain == "minus" && i + 1 < words.Count;
        if (Value(text, words, isSaid ? i + 1 : i) is not { } value)
        {
            return DateReader.Read(text, words, i) is { } date ? (date, i + 1) : null;
        }

        bool isNegative = isSaid || (words[i].IsDigits && HasMinus(text, words[i].Start));
        bool isPercent = IsPercent(words, value.Next, out int end);
        return ($"{(isNegative ? "-" : string.Empty)}{value.Form}{(isPercent ? "%" : string.Empty)}", isPercent ? end : value.Next);
    }

    private static (string Form, int Next)? Value(string text, IReadOnlyList<RawWord> words, int i)
    {
        if (words[i].IsDigits)
        {
            return Scaled(text, words, i);
        }

        return SpokenNumber.Read(text, words, i) is { } spoken ? (Form(spoken.Value), spoken.Next)
            : RomanNumber.Of(words[i].Text) is { } roman ? (Form(roman), i + 1)
            : null;
    }

    /// <summary>Digits, with the words that multiply them: "1.5 million".</summary>
    private static (string Form, int Next) Scaled(string text, IReadOnlyList<RawWord> words, int i)
    {
        string form = words[i].Plain;
        int next = i + 1;
        while (next < words.Count && SpokenNumber.IsJoined(text, words, next) && NumberWords.Of(words[next].Plain) is { } scale && NumberWords.IsScale(scale)
            && decimal.TryParse(form, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value < 1_000_000_000_000)
        {
            form = Form(value * scale);
            next++;
        }

        return (form, next);
    }

    private static string Form(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>A minus stands before the number, with no number before it that would make it a range.</summary>
    private static bool HasMinus(string text, int start)
    {
        if (start == 0 || text[start - 1] is not ('-' or '\u2212' or '–'))
        {
            return false;
        }

        ReadOnlySpan<char> before = text.AsSpan(0, start - 1);
        return before.Length == 0 || (!char.IsLetterOrDigit(before[^1]) && (before.TrimEnd() is var rest && (rest.Length == 0 || !char.IsDigit(rest[^1]))));
    }

    private static bool IsPercent(IReadOnlyList<RawWord> words, int i, out int after)
    {
        bool isOne = i < words.Count && Percents.Contains(words[i].Plain, StringComparer.Ordinal);
        bool isTwo = i + 1 < words.Count && words[i].Plain is "per" or "pour" or "por" && words[i + 1].Plain is "cent" or "cento" or "ciento";
        after = isOne ? i + 1 : isTwo ? i + 2 : i;
        return isOne || isTwo;
    }
}
