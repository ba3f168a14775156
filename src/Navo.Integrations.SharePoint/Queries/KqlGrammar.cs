using System.Buffers;
using System.Text;

namespace Navo.Integrations.SharePoint;

/// <summary>What words and characters mean in the language, shared by what writes queries and what checks them.</summary>
internal static class KqlGrammar
{
    /// <summary>The longest restriction, its name and operator included.</summary>
    public const int MaxRestriction = 2048;

    /// <summary>Straight and typographic double quotation marks. There is no escape for them.</summary>
    public const string Quotes = "\"\u201C\u201D\u201E\u201F\uFF02";

    /// <summary>The operators; only in upper case are they reserved. <c>ALL</c>, <c>ANY</c> and <c>NONE</c> are in the protocol, no longer in the reference.</summary>
    private static readonly SearchValues<string> Reserved =
        SearchValues.Create(["AND", "OR", "NOT", "NEAR", "ONEAR", "XRANK", "WORDS", "ALL", "ANY", "NONE"], StringComparison.Ordinal);

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.");

    /// <summary>Whether this is an operator, and not a word to find.</summary>
    public static bool IsReserved(string word) => Reserved.Contains(word);

    /// <summary>Whether this can name a managed property.</summary>
    public static bool IsPropertyName(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= 64
        && char.IsAsciiLetter(name[0])
        && name[^1] != '.'
        && !name.ContainsAnyExcept(NameCharacters)
        && !name.Contains("..", StringComparison.Ordinal)
        && !IsReserved(name.ToString());

    /// <summary>Whether anything in the text is in the index at all: what holds only punctuation is left out by the service, which widens the query.</summary>
    public static bool HasSubstance(ReadOnlySpan<char> text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (!rune.IsAscii && Rune.IsSymbol(rune) && rune != Rune.ReplacementChar))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the first character stands that cannot be written even within quotes: a control, half of a character, a quotation mark or a brace (those enclose query variables); -1 if there is none.</summary>
    public static int IndexOfUnwritable(ReadOnlySpan<char> text)
    {
        int position = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isHalf = rune == Rune.ReplacementChar && text[position] != '\uFFFD';
            if (isHalf || Rune.IsControl(rune) || rune.Value is '{' or '}' || (rune.IsBmp && Quotes.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                return position;
            }

            position += rune.Utf16SequenceLength;
        }

        return -1;
    }
}
