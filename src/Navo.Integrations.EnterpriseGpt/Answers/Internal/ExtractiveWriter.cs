namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Answers without a model: the sentences of the passages that share most with the question.</summary>
internal static class ExtractiveWriter
{
    public static void Write(IReadOnlyList<Passage> passages, string question, int most, AnswerText text)
    {
        HashSet<string> asked = AnswerWords.SetOf(question);
        var best = passages
            .SelectMany((p, place) => p.Sentences.Zip(p.Claims, (s, claim) => (Passage: p, Place: place, Span: s, claim.Words)))
            .Select(c => (c.Passage, c.Place, c.Span, Own: c.Words.Count(asked.Contains), Near: asked.Count(w => c.Words.Contains(w) || c.Passage.Surroundings.Contains(w)), c.Words.Count))
            .Where(c => c.Own > 0 && c.Near >= Math.Min(2, asked.Count) && c.Count > 1 && !IsHeading(c.Passage, c.Span))
            .OrderByDescending(c => c.Near + c.Own).ThenBy(c => c.Place).ThenBy(c => c.Span.Start)
            .DistinctBy(c => c.Span.Of(c.Passage.Text), StringComparer.OrdinalIgnoreCase)
            .Take(most);
        foreach (var choice in best)
        {
            CheckedPart part = new(WithoutMarkers(choice.Span.Of(choice.Passage.Text)), [new(choice.Passage, choice.Span)]);
            text.Add(new(SentenceSupport.Supported, [part]), "\n");
        }
    }

    /// <summary>What looks like a marker in a document cites nothing of ours, so its brackets become round ones.</summary>
    private static string WithoutMarkers(string text) => MarkerReader.Replace(VisibleText.Of(text), static marker => $"({string.Join(", ", marker.Numbers)})");

    private static bool IsHeading(Passage passage, TextSpan span) => passage.HeadingPath.Contains(span.Of(passage.Text).Trim(), StringComparer.Ordinal);
}
