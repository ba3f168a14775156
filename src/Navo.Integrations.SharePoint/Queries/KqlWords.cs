using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint;

/// <summary>
/// Turns a text into words to find. What the index does not hold becomes a space; a word that the language could take for anything else is put
/// within quotes, where operators, signs, parentheses and colons have no meaning.
/// </summary>
internal static class KqlWords
{
    /// <summary>Each word as it can stand in a query; at least one.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. Plain(text).Select(word => IsPlain(word) ? word : $"\"{word}\"")];

    /// <summary>The words within one pair of quotes; with <paramref name="isPrefix"/>, the last of them may go on.</summary>
    public static string Phrase(string text, bool isPrefix = false)
    {
        string phrase = string.Join(' ', Plain(text));
        return isPrefix ? IsPlain(phrase) ? $"{phrase}*" : $"\"{phrase}*\"" : $"\"{phrase}\"";
    }

    private static List<string> Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Kql.MaxLength)
        {
            throw new InvalidQueryException($"A text to find has at most {Kql.MaxLength} characters; this one has {text.Length}.");
        }

        List<string> words = [.. Neutral(text).Split(' ').Where(static word => KqlGrammar.HasSubstance(word))];
        return words.Count > 0 ? words : throw new InvalidQueryException("A text to find has at least one letter, digit or symbol that the index holds.");
    }

    private static string Neutral(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool separates = Rune.IsWhiteSpace(rune) || rune == Rune.ReplacementChar || rune.Value is '*' or '\\';
            _ = separates || KqlGrammar.IndexOfUnwritable(rune.ToString()) >= 0 ? plain.Append(' ') : plain.Append(rune.ToString());
        }

        return plain.ToString();
    }

    private static bool IsPlain(string word)
    {
        bool isWord = char.IsLetterOrDigit(word[0]) && char.IsLetterOrDigit(word[^1]) && !word.Contains("..", StringComparison.Ordinal);
        return isWord && !KqlGrammar.IsReserved(word) && word.All(static c => char.IsLetterOrDigit(c) || c is '_' or '.' or '-' or '\'' or '\u2019');
    }
}
