namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>
/// Finds the words of a passage that support a claim. The rule: each quoted span of three words or more stands in the passage; else one sentence of it, or two
/// neighbours, has at least three fifths of the claim's words (two at least, title and headings help), all its numbers, and is negated where the claim is.
/// </summary>
internal static class SupportFinder
{
    /// <summary>The place in the passage's text; null where nothing supports the claim.</summary>
    public static TextSpan? Find(string claim, Passage passage)
    {
        IReadOnlyList<AnswerWord> words = AnswerWords.Of(claim);
        if (QuotedText.Spans(claim) is { Count: > 0 } quotes)
        {
            TextSpan?[] found = [.. quotes.Select(q => QuotedText.Find(passage.Text, q))];
            bool isSaid = found.All(static f => f is not null) && HasNumbers(words, AnswerWords.SetOf(passage.Text), passage);
            return isSaid ? found[0] : null;
        }

        return Best(Claim.Of(words), passage);
    }

    private static TextSpan? Best(Claim claim, Passage passage)
    {
        TextSpan? best = null;
        int most = 0;
        for (int width = 1; width <= 2; width++)
        {
            for (int i = 0; i + width <= passage.Sentences.Count; i++)
            {
                TextSpan window = new(passage.Sentences[i].Start, passage.Sentences[i + width - 1].End - passage.Sentences[i].Start);
                int shared = Shared(claim, window.Of(passage.Text), passage);
                if (shared > most)
                {
                    (best, most) = (window, shared);
                }
            }

            if (best is not null)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>How many of the claim's words a window has; 0 where it does not support the claim.</summary>
    private static int Shared(Claim claim, string window, Passage passage)
    {
        IReadOnlyList<AnswerWord> words = AnswerWords.Of(window);
        HashSet<string> own = words.Where(static w => !w.IsNegation).Select(static w => w.Stem).ToHashSet(StringComparer.Ordinal);
        int shared = claim.Words.Count(own.Contains);
        int around = claim.Words.Count(w => own.Contains(w) || passage.Surroundings.Contains(w));
        bool isSupported = shared > 0
            && shared >= Math.Min(2, claim.Words.Count)
            && around * 5 >= claim.Words.Count * 3
            && claim.Numbers.All(n => own.Contains(n) || passage.Surroundings.Contains(n))
            && claim.IsNegated == words.Any(static w => w.IsNegation);
        return isSupported ? shared : 0;
    }

    private static bool HasNumbers(IReadOnlyList<AnswerWord> words, HashSet<string> text, Passage passage) =>
        words.Where(static w => w.IsNumber).All(w => text.Contains(w.Stem) || passage.Surroundings.Contains(w.Stem));
}
