namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Orders passages by what they share with the question; a rare word counts more. The same passages always come in the same order.</summary>
internal static class PassageRanking
{
    private const int Frame = 64;

    /// <summary>Those that share a word with the question in text, heading or title, best first.</summary>
    public static IReadOnlyList<Passage> Rank(IEnumerable<Passage> passages, string question)
    {
        HashSet<string> asked = AnswerWords.SetOf(question);
        Passage[] all = [.. passages];
        Dictionary<string, double> weights = asked.ToDictionary(w => w, w => Math.Log(1 + ((1.0 + all.Length) / (1 + all.Count(p => p.Words.Contains(w))))), StringComparer.Ordinal);
        return [.. all
            .Select(p => (Passage: p, Score: weights.Sum(w => w.Value * Share(p, w.Key))))
            .Where(static p => p.Score > 0)
            .OrderByDescending(static p => p.Score)
            .ThenBy(static p => p.Passage.Rank)
            .ThenBy(static p => p.Passage.Item.ToString(), StringComparer.Ordinal)
            .ThenBy(static p => p.Passage.Start)
            .Select(static p => p.Passage)];
    }

    /// <summary>As many of the best as there is room for.</summary>
    public static IReadOnlyList<Passage> Choose(IEnumerable<Passage> ranked, KnowledgeAssistantOptions options)
    {
        List<Passage> chosen = [];
        int left = options.ContextTokens;
        foreach (Passage passage in ranked)
        {
            if (chosen.Count == options.MaxPassages)
            {
                break;
            }

            int needed = passage.Tokens + Frame;
            if (needed <= left)
            {
                chosen.Add(passage);
                left -= needed;
            }
        }

        return chosen;
    }

    private static double Share(Passage passage, string word) =>
        (passage.Words.Contains(word) ? 1 : 0) + (passage.Surroundings.Contains(word) ? 0.5 : 0);
}
