using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>
/// Turns a text into plain words for <c>~</c>. What follows that operator is a Lucene query of its own, in which some characters and words command
/// (<see href="https://developer.atlassian.com/cloud/confluence/performing-text-searches-using-cql/"/>). The vendor documents no escape for them and the index
/// does not hold them, so they become spaces; the commanding words are lowered, as words are compared without case.
/// </summary>
internal static class CqlWords
{
    private const string Commanding = "\\\"*?~^:(){}[]!/&|<>=";

    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > CqlLiteral.MaxLength)
        {
            throw new InvalidQueryException($"A text to find has at most {CqlLiteral.MaxLength} characters; this one has {text.Length}.");
        }

        string words = string.Join(' ', Neutral(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word).Where(word => word.Length > 0));
        return words.EnumerateRunes().Any(rune => Rune.IsLetterOrDigit(rune) || Rune.IsSymbol(rune))
            ? words
            : throw new InvalidQueryException("A text to find has at least one letter, digit or symbol that the search does not take for an operator.");
    }

    private static string Neutral(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool separates = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune == Rune.ReplacementChar;
            bool commands = rune.IsAscii && Commanding.Contains((char)rune.Value, StringComparison.Ordinal);
            _ = separates || commands ? plain.Append(' ') : plain.Append(rune.ToString());
        }

        return plain.ToString();
    }

    // A leading or trailing '+' or '-' is an operator or leaves nothing in the index; within a word it only parts it.
    private static string Word(string word) => word.Trim('+', '-') switch
    {
        "AND" or "OR" or "NOT" or "TO" => word.Trim('+', '-').ToLowerInvariant(),
        var plain => plain,
    };
}
