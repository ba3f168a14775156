namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>
/// Finds the words of a passage that support a claim. The rule: each quoted span of three words or more stands in the passage; else one sentence of it, or two
/// neighbours, has at least three fifths of the claim's words (two at least, title and headings help), all its numbers, and is negated where the claim is.
/// </summary>
internal static class SupportFinder
{
    /// <summary>The place in the passage's text; null where nothing supports the claim.</summary>
    public static TextSpan? Find(Claim claim, Passage passage)
    {
        if (claim.Quotes.Count == 0)
        {
            return Best(claim, passage);
        }

        TextSpan?[] found = [.. claim.Quotes.Select(passage.Quotable.Find)];
        bool isSaid = found.All(static f => f is not null) && claim.Numbers.All(n => passage.Words.Contains(n) || passage.Surroundings.Contains(n));
        return isSaid ? found[0] : null;
    }

    /// <summary>Between sentences there are no words, so two neighbours say what each of them says.</summary>
    private static TextSpan? Best(Claim claim, Passage passage)
    {
        TextSpan? best = null;
        int most = 0;
        for (int width = 1; width <= 2 && best is null; width++)
        {
            for (int i = 0; i + width <= passage.Sentences.Count; i++)
            {
                int shared = Shared(claim, passage, i, i + width - 1);
                if (shared > most)
                {
                    int start = passage.Sentences[i].Start;
                    (best, most) = (new(start, passage.Sentences[i + width - 1].End - start), shared);
                }
            }
        }

        return best;
    }

    /// <summary>How many of the claim's words one sentence, or two, have; 0 where they do not support the claim.</summary>
    private static int Shared(Claim claim, Passage passage, int first, int last)
    {
        (Claim one, Claim other) = (passage.Claims[first], passage.Claims[last]);
        bool IsOwn(string word) => one.Words.Contains(word) || other.Words.Contains(word);
        int shared = claim.Words.Count(IsOwn);
        int around = claim.Words.Count(w => IsOwn(w) || passage.Surroundings.Contains(w));
        bool isSupported = shared > 0
            && shared >= Math.Min(2, claim.Words.Count)
            && around * 5 >= claim.Words.Count * 3
            && claim.Numbers.All(n => IsOwn(n) || passage.Surroundings.Contains(n))
            && claim.IsNegated == (one.IsNegated || other.IsNegated);
        return isSupported ? shared : 0;
    }
}
