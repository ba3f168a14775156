using System.Globalization;
using System.Text;

namespace Navo.Integrations.Cited;

/// <summary>Puts texts of others between tags that they cannot forge, so that the model can tell data from what we say.</summary>
internal static class PassageText
{
    private const int LongestName = 10;
    private const string Fillers = "/\\*_`~-|.!?'\"";

    private static readonly string[] Reserved = ["passage", "question", "document", "part", "focus", "audience", "today"];

    /// <summary>A text between a pair of tags.</summary>
    public static string Wrap(string tag, string text) => $"<{tag}>\n{Escape(text)}\n</{tag}>";

    private const string Angles = "<＜﹤‹〈〈⟨❮❰˂≺⋖«《";

    /// <summary>The text with <c>&amp;lt;</c> for each <c>&lt;</c>, or what looks like it, that could begin one of our tags, or one that looks so. All else stays, so that quotes are found again.</summary>
    public static string Escape(string text)
    {
        int next = Forged(text, 0);
        if (next < 0)
        {
            return text;
        }

        StringBuilder safe = new(text.Length + 16);
        int done = 0;
        for (; next >= 0; next = Forged(text, done))
        {
            safe.Append(text, done, next - done).Append("&lt;");
            done = next + 1;
        }

        return safe.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>A text as the value of an attribute, in one line.</summary>
    public static string Attribute(string text)
    {
        StringBuilder safe = new(text.Length + 8);
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => safe.Append("&amp;"),
                '<' or '＜' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                _ => safe.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c),
            };
        }

        return safe.ToString();
    }

    private static int Forged(string text, int start)
    {
        for (int i = start; i < text.Length; i++)
        {
            if (Angles.Contains(text[i], StringComparison.Ordinal) && OpensTag(text.AsSpan(i + 1)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether one of our names follows, with anything between its letters that is no letter: a model reads over it.</summary>
    private static bool OpensTag(ReadOnlySpan<char> rest)
    {
        StringBuilder name = new(LongestName);
        foreach (Rune rune in rest.EnumerateRunes())
        {
            if (name.Length >= LongestName || (!IsFiller(rune) && !Append(name, rune)))
            {
                break;
            }
        }

        string read = name.ToString();
        return Reserved.Any(tag => read.StartsWith(tag, StringComparison.Ordinal));
    }

    /// <summary>Adds a letter, whatever its form, script or accent, if it looks like a Latin one.</summary>
    private static bool Append(StringBuilder name, Rune rune)
    {
        string plain = rune == Rune.ReplacementChar ? string.Empty : rune.ToString().Normalize(NormalizationForm.FormKD);
        char letter = plain.Length == 0 ? '\0' : FoldedText.LatinOf(char.ToLowerInvariant(plain[0]));
        if (char.IsAsciiLetterLower(letter))
        {
            name.Append(letter);
        }

        return char.IsAsciiLetterLower(letter);
    }

    private static bool IsFiller(Rune rune) =>
        Rune.IsWhiteSpace(rune) || VisibleText.IsHidden(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark
        || (rune.IsBmp && Fillers.Contains((char)rune.Value, StringComparison.Ordinal));
}
