namespace Navo.Integrations.SharePoint;

/// <summary>Checks the words and phrases of a raw query.</summary>
internal static class KqlRawText
{
    /// <summary>Where the phrase ends whose quote opens here, with an asterisk that follows it.</summary>
    public static int EndOfPhrase(string query, int start)
    {
        int close = query.IndexOf('"', start + 1);
        if (close < 0)
        {
            throw KqlRefusal.At(start, "opens a quote that is never closed", "Close the quote.");
        }

        CheckPhrase(query.AsSpan(start + 1, close - start - 1), start + 1);
        bool isPrefix = close + 1 < query.Length && query[close + 1] == '*';
        int end = close + (isPrefix && query[close - 1] != '*' ? 2 : 1);
        bool isApart = end == query.Length || query[end] is ' ' or '\t' or '\r' or '\n' or '(' or ')';
        return isApart ? end : throw KqlRefusal.At(end, "goes on where a phrase has ended", "Put white space after the closing quote; a quote within a phrase cannot be written.");
    }

    /// <summary>Passes a word that stands for itself, or for what begins with it.</summary>
    public static void CheckWord(string word, int start)
    {
        CheckCharacters(word, start);
        for (int i = 0; i < word.Length; i++)
        {
            if (char.IsWhiteSpace(word[i]) || word[i] is (>= '\uFF01' and <= '\uFF0F') or (>= '\uFF1A' and <= '\uFF20'))
            {
                throw KqlRefusal.At(start + i, "has an unusual space or a full-width sign", "Use plain spaces and signs, or put the text within straight double quotes.");
            }
        }

        int star = word.IndexOf('*', StringComparison.Ordinal);
        if (star >= 0 && (star != word.Length - 1 || !KqlGrammar.HasSubstance(word)))
        {
            throw KqlRefusal.At(start + star, "has an asterisk that does not end the beginning of a word", "Write the asterisk only after the first letters of a word.");
        }

        bool isOperator = KqlGrammar.IsReserved(word.Trim(',', ';', '.', '*', '!', '?', '\''));
        if (isOperator || word.Contains("..", StringComparison.Ordinal) || !KqlGrammar.HasSubstance(word))
        {
            throw KqlRefusal.At(start, "has an operator or punctuation where a word stands", KqlRefusal.Quote);
        }
    }

    private static void CheckPhrase(ReadOnlySpan<char> phrase, int start)
    {
        CheckCharacters(phrase, start);
        int star = phrase.IndexOf('*');
        if (star >= 0 && star != phrase.Length - 1)
        {
            throw KqlRefusal.At(start + star, "has an asterisk within a phrase", "Write the asterisk only at the end of the phrase.");
        }

        if (!KqlGrammar.HasSubstance(phrase) || phrase[^1] == '\\')
        {
            throw KqlRefusal.At(start, "has a phrase without a word, or one that ends with a backslash", "Write at least one word within the quotes; a backslash escapes nothing.");
        }
    }

    private static void CheckCharacters(ReadOnlySpan<char> text, int start)
    {
        int bad = KqlGrammar.IndexOfUnwritable(text);
        if (bad >= 0)
        {
            throw KqlRefusal.At(start + bad, "has a character that KQL cannot express", "Use straight double quotes around phrases; leave out braces and control characters.");
        }
    }
}
