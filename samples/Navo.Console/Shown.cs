using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Navo.Console;

/// <summary>Text from outside, made harmless for a terminal: no control, escape or direction characters.</summary>
internal static class Shown
{
    public static string Plain(string? text, bool keepLines = false)
    {
        StringBuilder safe = new();
        foreach (Rune rune in (text ?? string.Empty).EnumerateRunes())
        {
            bool isHarmful = Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            safe.Append(keepLines && rune.Value is '\n' ? "\n" : isHarmful ? " " : rune.ToString());
        }

        return safe.ToString();
    }

    /// <summary>The same, for Spectre's markup.</summary>
    public static string Markup(string? text, int maxLength = 400)
    {
        string plain = Plain(text).Trim();
        return (plain.Length <= maxLength ? plain : plain[..maxLength] + "…").EscapeMarkup();
    }
}
