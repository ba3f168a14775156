namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>The words of a text that carry meaning, with endings taken off so that <c>holidays</c> is <c>holiday</c>.</summary>
internal static class Words
{
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "a", "about", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did", "do", "does", "for", "from", "get", "had", "has",
        "have", "he", "her", "his", "how", "i", "if", "in", "into", "is", "it", "its", "many", "may", "me", "much", "must", "my", "no", "not", "of", "on", "or", "our", "please", "she", "should",
        "so", "tell", "than", "that", "the", "their", "them", "then", "there", "they", "this", "to", "us", "was", "we", "were", "what", "when", "where", "which", "who", "whom", "whose", "why",
        "will", "with", "would", "you", "your",
    };

    /// <summary>The words with meaning, in their order, with repetitions.</summary>
    public static IEnumerable<string> Of(string text) => Plain(text).Select(w => w.ToLowerInvariant()).Where(w => w.Length > 1 && !Empty.Contains(w)).Select(Stem);

    public static HashSet<string> SetOf(string text) => Of(text).ToHashSet(StringComparer.Ordinal);

    /// <summary>The words with meaning as they are written, each once.</summary>
    public static IReadOnlyList<string> Keywords(string text) =>
        [.. Plain(text).Where(w => w.Length > 2 && !Empty.Contains(w.ToLowerInvariant())).DistinctBy(w => Stem(w.ToLowerInvariant()), StringComparer.Ordinal)];

    private static IEnumerable<string> Plain(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }

    private static string Stem(string word) =>
        word.Length > 5 && word.EndsWith("ies", StringComparison.Ordinal) ? $"{word[..^3]}y"
        : word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3]
        : word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1]
        : word;
}
