namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>
/// Finds the words of a passage that support a claim. The rule: one sentence of it, or two neighbours, has at least three fifths of the claim's words (two at least,
/// title and headings help), all its numbers and dates, and is negated where the claim is. Each quoted span of three words or more stands in the passage.
/// </summary>
internal static class SupportFinder
{
    /// <summary>The place in the passage's text; null where nothing supports the claim.</summary>
    public static TextSpan? Find(string claim, Passage passage)
    {
        IReadOnlyList<string> quotes = QuotedText.Spans(claim);
        return quotes.Count > 0 ? Quoted(Claim.Of(claim), quotes, passage) : Best(Claim.Of(claim), passage);
    }

    /// <summary>The words of the quotes count as found; the rest must stand in their sentences or beside them.</summary>
    private static TextSpan? Quoted(Claim claim, IReadOnlyList<string> quotes, Passage passage)
    {
        TextSpan[] found = [.. quotes.Select(q => QuotedText.Find(passage.Text, q)).OfType<TextSpan>()];
        int[] places = [.. Enumerable.Range(0, passage.Sentences.Count).Where(i => found.Any(f => f.Start < passage.Sentences[i].End && passage.Sentences[i].Start < f.End))];
        bool isNegated = places.Any(i => AnswerWords.Of(passage.Sentences[i].Of(passage.Text)).Any(static w => w.IsNegation));
        if (found.Length < quotes.Count || claim.IsNegated != isNegated)
        {
            return null;
        }

        IEnumerable<int> around = places.SelectMany(static i => new[] { i - 1, i, i + 1 }).Distinct().Where(i => i >= 0 && i < passage.Sentences.Count);
        HashSet<string> own = AnswerWords.SetOf(string.Join('\n', around.Select(i => passage.Sentences[i].Of(passage.Text))));
        own.UnionWith(AnswerWords.Of(string.Join('\n', quotes)).Where(static w => !w.IsNumber && !w.IsNegation).Select(static w => w.Stem));
        return Shared(claim, own, passage.Surroundings) > 0 ? found[0] : null;
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
        return claim.IsNegated == words.Any(static w => w.IsNegation) ? Shared(claim, own, passage.Surroundings) : 0;
    }

    private static int Shared(Claim claim, HashSet<string> own, HashSet<string> surroundings)
    {
        int shared = claim.Words.Count(own.Contains);
        int around = claim.Words.Count(w => own.Contains(w) || surroundings.Contains(w));
        bool isSupported = shared > 0
            && shared >= Math.Min(2, claim.Words.Count)
            && around * 5 >= claim.Words.Count * 3
            && claim.Numbers.All(n => Has(own, n) || Has(surroundings, n));
        return isSupported ? shared : 0;
    }

    /// <summary>The percent sign may stand apart from its number, as in the head of a table.</summary>
    private static bool Has(HashSet<string> words, string number) =>
        words.Contains(number) || (number.Length > 1 && number[^1] == '%' && words.Contains(number[..^1]) && words.Contains("%"));
}
