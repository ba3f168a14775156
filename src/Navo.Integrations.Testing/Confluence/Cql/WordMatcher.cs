using System.Globalization;
using System.Text;

namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>Finds words: case and accents don't matter, plural endings are cut, <c>*</c> ends a prefix, inner quotes make a phrase.</summary>
internal static class WordMatcher
{
    private const double TitleWeight = 4;
    private static readonly HashSet<string> StopWords = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "for", "how", "i", "if", "in", "into", "is", "it", "my", "of",
        "on", "or", "our", "the", "to", "we", "what", "when", "where", "who", "why", "with", "you",
    };

    /// <summary>The score of a text for a query: 0 if any word is missing, more for hits in the title.</summary>
    public static double Score(string query, string title, string body)
    {
        var phrase = query.Length > 2 && query[0] is '"' && query[^1] is '"';
        var titleWords = Words(title);
        var bodyWords = Words(body);
        return phrase
            ? (TitleWeight * Phrase(Words(query), titleWords)) + Phrase(Words(query), bodyWords)
            : AllWords(Terms(query), titleWords, bodyWords);
    }

    /// <summary>The words of a query that count.</summary>
    public static IReadOnlyList<string> Terms(string query)
    {
        var words = Words(query, keepWildcards: true);
        var kept = words.Where(w => !StopWords.Contains(w)).ToList();
        return kept.Count > 0 ? kept : words;
    }

    /// <summary>Whether a word of a text answers a word of a query.</summary>
    public static bool Matches(string term, string word) => term[^1] is '*'
        ? word.StartsWith(term[..^1], StringComparison.Ordinal)
        : string.Equals(Stem(term), Stem(word), StringComparison.Ordinal);

    /// <summary>The words of a text, lower case and without accents.</summary>
    public static List<string> Words(string text, bool keepWildcards = false)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c) || (keepWildcards && c is '*' && word.Length > 0))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static double AllWords(IReadOnlyList<string> terms, List<string> title, List<string> body)
    {
        var score = 0.0;
        foreach (var term in terms)
        {
            var inTitle = title.Count(w => Matches(term, w));
            var inBody = body.Count(w => Matches(term, w));
            if (inTitle + inBody == 0)
            {
                return 0;
            }

            score += (TitleWeight * inTitle) + Math.Log2(1 + inBody);
        }

        return score;
    }

    private static int Phrase(List<string> phrase, List<string> words) =>
        Enumerable.Range(0, Math.Max(0, words.Count - phrase.Count + 1))
            .Count(start => phrase.Count > 0 && !phrase.Where((t, i) => !Matches(t, words[start + i])).Any());

    private static string Stem(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ing", "es", "ed", "s"])
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length].TrimEnd('e');
            }
        }

        return word.Length > 3 ? word.TrimEnd('e') : word;
    }
}
