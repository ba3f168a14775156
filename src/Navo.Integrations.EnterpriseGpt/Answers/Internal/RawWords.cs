using System.Globalization;
using System.Text;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Finds words and numbers in a text of compatible forms.</summary>
internal static class RawWords
{
    public static List<RawWord> Of(string text)
    {
        List<RawWord> words = [];
        int i = 0;
        while (i < text.Length)
        {
            int end = text[i] is '%' or '‰' ? i + 1 : char.IsAsciiDigit(text[i]) ? NumberEnd(text, i) : char.IsLetterOrDigit(text, i) ? WordEnd(text, i) : i;
            if (end == i)
            {
                i++;
                continue;
            }

            string raw = text[i..end];
            words.Add(new(raw, char.IsAsciiDigit(raw[0]) ? Number(raw) : Plain(raw), i));
            i = end;
        }

        return words;
    }

    public static bool IsWide(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\u0E00' and <= '\u0E7F';

    private static int WordEnd(string text, int start)
    {
        int i = start;
        do
        {
            i += char.IsSurrogatePair(text, i) ? 2 : 1;
        }
        while (i < text.Length && (char.IsLetter(text, i) || CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark) && IsWide(text[i]) == IsWide(text[start]));

        return i;
    }

    private static int NumberEnd(string text, int start)
    {
        int i = start + 1;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] is '.' or ',' or ':' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))))
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
}
