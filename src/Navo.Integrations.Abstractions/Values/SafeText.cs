namespace Navo.Integrations.Abstractions;

/// <summary>Text from outside, made fit for a message.</summary>
internal static class SafeText
{
    /// <summary>Whether a text can be an id: no control characters, lone surrogates or white space at its ends.</summary>
    public static bool IsToken(string value, int maxLength)
    {
        if (value.Length == 0 || value.Length > maxLength || char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))
        {
            return false;
        }

        foreach (System.Text.Rune rune in value.EnumerateRunes())
        {
            if (System.Text.Rune.IsControl(rune) || rune == System.Text.Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The beginning of a text, with control characters shown as a middle dot.</summary>
    public static string Excerpt(string value, int maxLength)
    {
        string cut = value.Length <= maxLength ? value : string.Concat(value.AsSpan(0, maxLength), "…");
        return string.Create(cut.Length, cut, static (span, text) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                char c = text[i];
                bool hidden = char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;
                span[i] = hidden ? '·' : c;
            }
        });
    }
}
