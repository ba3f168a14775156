using System.Globalization;
using System.Text;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Puts texts of others between tags that they cannot forge, so that the model can tell data from what we say.</summary>
internal static class PassageText
{
    private static readonly string[] Reserved = ["passage", "question", "document", "part", "focus", "audience", "today"];

    /// <summary>A text between a pair of tags.</summary>
    public static string Wrap(string tag, string text) => $"<{tag}>\n{Escape(text)}\n</{tag}>";

    /// <summary>The text with <c>&amp;lt;</c> for each <c>&lt;</c> that could begin one of our tags, or one that looks so. All else stays, so that quotes are found again.</summary>
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
            if (text[i] is '<' or '＜' or '﹤' && OpensTag(text.AsSpan(i + 1)))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool OpensTag(ReadOnlySpan<char> rest)
    {
        Span<char> name = stackalloc char[10];
        int length = 0;
        for (int i = 0; i < rest.Length && i < 64 && length < name.Length; i++)
        {
            if (char.IsAsciiLetter(rest[i]))
            {
                name[length++] = char.ToLowerInvariant(rest[i]);
            }
            else if (!IsFiller(rest[i]))
            {
                break;
            }
        }

        foreach (string tag in Reserved)
        {
            if (name[..length].StartsWith(tag, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFiller(char c) =>
        c == '/' || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark;
}
