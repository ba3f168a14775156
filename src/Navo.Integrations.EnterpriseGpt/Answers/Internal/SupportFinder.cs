namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>
/// Finds the words of a passage that support a claim. The rule: one sentence of it, or two neighbours, has at least three fifths of the claim's words (two at least,
/// title and headings help), all its numbers and dates, and is negated where the claim is. Each quoted span of three words or more stands in the passage.
/// </summary>
internal static class SupportFinder
{
    /// <summary>The place in the passage's text; null where nothing supports the claim.</summary>
    public static TextSpan? Find(Claim claim, Passage passage) => claim.Quotes.Count > 0 ? Quoted(claim, passage) : Best(claim, passage);

    /// <summary>The words of the quotes count as found; the rest must stand in their sentences or beside them.</summary>
    private static TextSpan? Quoted(Claim claim, Passage passage)
    {
        TextSpan[] found = [.. claim.Quotes.Select(passage.Quotable.Find).OfType<TextSpan>()];
        int[] places = [.. Enumerable.Range(0, passage.Sentences.Count).Where(i => found.Any(f => f.Start < passage.Sentences[i].End && passage.Sentences[i].Start < f.End))];
        if (found.Length < claim.Quotes.Count || claim.IsNegated != places.Any(i => passage.Claims[i].IsNegated))
        {
            return null;
        }

        IEnumerable<int> around = places.SelectMany(static i => new[] { i - 1, i, i + 1 }).Distinct().Where(i => i >= 0 && i < passage.Sentences.Count);
        HashSet<string> own = [.. around.SelectMany(i => passage.Claims[i].Words)];
        own.UnionWith(AnswerWords.Of(string.Join('\n', claim.Quotes)).Where(static w => !w.IsNumber && !w.IsNegation).Select(static w => w.Stem));
        return Shared(claim, own.Contains, passage.Surroundings) > 0 ? found[0] : null;
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
        return claim.IsNegated == (one.IsNegated || other.IsNegated)
            ? Shared(claim, word => one.Words.Contains(word) || other.Words.Contains(word), passage.Surroundings)
            : 0;
    }

    private static int Shared(Claim claim, Func<string, bool> isOwn, HashSet<string> surroundings)
    {
        int shared = claim.Words.Count(isOwn);
        int around = claim.Words.Count(w => isOwn(w) || surroundings.Contains(w));
        bool isSupported = shared > 0
            && shared >= Math.Min(2, claim.Words.Count)
            && around * 5 >= claim.Words.Count * 3
            && claim.Numbers.All(n => Has(isOwn, n) || Has(surroundings.Contains, n));
        return isSupported ? shared : 0;
    }

    /// <summary>The percent sign may stand apart from its number, as in the head of a table.</summary>
    private static bool Has(Func<string, bool> isIn, string number) => isIn(number) || (number.Length > 1 && number[^1] == '%' && isIn(number[..^1]) && isIn("%"));
}
