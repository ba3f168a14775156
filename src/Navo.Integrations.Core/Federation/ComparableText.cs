using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Navo.Integrations.Core.Federation;

/// <summary>Titles and excerpts in a form in which the same text looks the same wherever it stands.</summary>
internal static partial class ComparableText
{
    /// <summary>A title without the extension of a file, suffixes of versions and copies, case, diacritics and punctuation.</summary>
    public static string Title(string title)
    {
        string name = title.Contains('.', StringComparison.Ordinal) ? Extension().Replace(title.Trim(), string.Empty) : title;
        string plain = string.Join(' ', Words(name));
        for (string before = string.Empty; before != plain;)
        {
            before = plain;
            plain = Suffix().Replace(plain, string.Empty);
        }

        return plain;
    }

    /// <summary>The words of a text in lower case without diacritics; digits stay.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (char c in Ascii.IsValid(text) ? text : WellFormed(text).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            plain.Append(char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Half a pair can't be normalized.</summary>
    private static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes().Select(static rune => rune.ToString())) : text;

    [GeneratedRegex(@"\.(?:pdf|docx?|docm|odt|rtf|txt|md|html?|aspx|pptx?|xlsx?|csv)\z", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Extension();

    [GeneratedRegex(@"(?<=\S) (?:v|ver|version|rev|revision) ?\d+(?: \d+)*\z|(?<=\S) (?:final|draft|copy|kopie|entwurf)(?: \d+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();
}
