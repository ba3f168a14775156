using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>Values as quoted literals. Within quotes only the backslash and the quote have a meaning; both are escaped with a backslash.</summary>
internal static class CqlLiteral
{
    public const int MaxLength = 4000;

    /// <summary>An exact value.</summary>
    public static string Exact(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length is 0 or > MaxLength || string.IsNullOrWhiteSpace(value))
        {
            throw new InvalidQueryException($"A value in a query has 1 to {MaxLength} characters; this one has {value.Length}.");
        }

        int position = 0;
        foreach (Rune rune in value.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || (rune == Rune.ReplacementChar && value[position] != '\uFFFD'))
            {
                throw new InvalidQueryException($"A value in a query has no control characters or halves of characters; this one has one at position {position}.");
            }

            position += rune.Utf16SequenceLength;
        }

        return Quoted(value);
    }

    public static string Quoted(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\')
            {
                text.Append('\\');
            }

            text.Append(c);
        }

        return text.Append('"').ToString();
    }
}
