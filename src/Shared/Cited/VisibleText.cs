using System.Globalization;
using System.Text;

namespace Navo.Integrations.Cited;

/// <summary>A text without characters that are not seen: they can carry what is to be smuggled, or stand within what we look for.</summary>
internal static class VisibleText
{
    /// <summary>What is no character is left out as well.</summary>
    public static string Of(string text)
    {
        StringBuilder visible = new(text.Length);
        for (int i = 0; i < text.Length;)
        {
            bool isRune = Rune.TryGetRuneAt(text, i, out Rune rune);
            if (isRune && !IsHidden(rune))
            {
                visible.Append(text, i, rune.Utf16SequenceLength);
            }

            i += isRune ? rune.Utf16SequenceLength : 1;
        }

        return visible.ToString();
    }

    public static bool IsHidden(Rune rune)
    {
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        return category is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            || (category == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D))
            || (category == UnicodeCategory.Control && rune.Value is not ('\n' or '\t'))
            || IsBlank(rune.Value);
    }

    /// <summary>Fillers, blank patterns, selectors of variants and tags: letters and marks by their category, and never seen.</summary>
    private static bool IsBlank(int value) =>
        value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0000 and <= 0xE0FFF);
}
