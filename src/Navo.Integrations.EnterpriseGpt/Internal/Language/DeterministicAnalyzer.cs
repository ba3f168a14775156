namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Takes a question apart by fixed rules: less than the model sees, at once, and always the same.</summary>
internal static class DeterministicAnalyzer
{
    /// <param name="query">The question, not blank.</param>
    /// <param name="now">The time that "yesterday" counts from, in UTC.</param>
    public static QueryAnalysis Analyze(string query, DateTimeOffset now)
    {
        QueryDraft draft = new(query);
        draft.Language = LanguageGuess.Of(draft);
        draft.Intent = IntentFinder.Of(draft);
        PhraseFinder.Find(draft);
        FilterFinder.Find(draft);
        TimeFinder.Find(draft, now);
        EntityFinder.Find(draft);
        List<string> keywords = QueryRewriter.Keywords(draft);
        return new()
        {
            Query = query,
            Intent = draft.Intent,
            Entities = draft.Entities,
            Keywords = keywords,
            TimeRange = draft.TimeRange,
            Sources = draft.Sources,
            Filters = new() { Containers = draft.Containers, Kinds = draft.Kinds, Labels = draft.Labels, Authors = draft.Authors },
            Language = draft.Language,
            RewrittenQueries = QueryRewriter.Rewrite(draft, keywords),
            Origin = QueryAnalysisOrigin.Deterministic,
        };
    }
}
