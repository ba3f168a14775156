using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Takes texts apart into words that can be compared: what an answer says with what a passage says. Words that say nothing are left out.</summary>
internal static class AnswerWords
{
    private static readonly string[] Endings = ["ings", "ing", "ed", "es", "en", "er", "s", "e", "n"];

    private static readonly FrozenSet<string> Negations = new[]
    {
        "not", "no", "never", "none", "cannot", "without", "t", "nicht", "kein", "keine", "keinen", "keiner", "nie", "niemals", "ohne", "pas", "jamais", "sans", "nunca", "sin",
        "non", "mai", "senza", "nao", "sem", "niet", "geen", "nooit", "zonder",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words that say something, numbers included, and negations.</summary>
    public static IReadOnlyList<AnswerWord> Of(string text)
    {
        List<AnswerWord> words = [];
        int i = 0;
        while (i < text.Length)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            int end = char.IsDigit(text[i]) ? NumberEnd(text, i) : WordEnd(text, i);
            Add(words, text[i..end]);
            i = end;
        }

        return words;
    }

    /// <summary>The distinct forms, negations left out.</summary>
    public static HashSet<string> SetOf(string text) =>
        Of(text).Where(static w => !w.IsNegation).Select(static w => w.Stem).ToHashSet(StringComparer.Ordinal);

    private static void Add(List<AnswerWord> words, string raw)
    {
        if (char.IsDigit(raw[0]))
        {
            words.Add(new(Number(raw), true, false));
            return;
        }

        string plain = Plain(raw);
        if (Negations.Contains(plain))
        {
            words.Add(new(plain, false, true));
        }
        else if (IsWide(raw[0]))
        {
            words.AddRange(Pairs(plain));
        }
        else if (plain.Length > 1 && StopWords.LanguagesOf(raw.ToLowerInvariant()) == 0)
        {
            words.Add(new(Stem(plain), false, false));
        }
    }

    /// <summary>Scripts without spaces between words are compared by pairs of characters.</summary>
    private static IEnumerable<AnswerWord> Pairs(string text) =>
        text.Length == 1 ? [new(text, false, false)] : Enumerable.Range(0, text.Length - 1).Select(i => new AnswerWord(text.Substring(i, 2), false, false));

    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\u0E00' and <= '\u0E7F';

    private static int WordEnd(string text, int start)
    {
        int i = start + 1;
        while (i < text.Length && (char.IsLetter(text[i]) || CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark) && IsWide(text[i]) == IsWide(text[start]))
        {
            i++;
        }

        return i;
    }

    private static int NumberEnd(string text, int start)
    {
        int i = start + 1;
        while (i < text.Length && (char.IsDigit(text[i]) || (text[i] is '.' or ',' or ':' && i + 1 < text.Length && char.IsDigit(text[i + 1]))))
        {
            i++;
        }

        return i;
    }

    /// <summary>Separators of thousands go, so that 1,000 and 1000 are the same.</summary>
    private static string Number(string raw)
    {
        StringBuilder digits = new(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            bool isThousands = raw[i] is ',' or '.' && i + 4 <= raw.Length && raw.AsSpan(i + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (i + 4 == raw.Length || !char.IsDigit(raw[i + 4]));
            if (!isThousands)
            {
                digits.Append(raw[i] == ',' ? '.' : raw[i]);
            }
        }

        return digits.ToString();
    }

    private static string Plain(string word)
    {
        StringBuilder plain = new(word.Length);
        foreach (char c in word.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }

    private static string Stem(string word)
    {
        string? ending = Array.Find(Endings, e => word.Length - e.Length >= 4 && word.EndsWith(e, StringComparison.Ordinal));
        return ending is null ? word : word[..^ending.Length];
    }
}
