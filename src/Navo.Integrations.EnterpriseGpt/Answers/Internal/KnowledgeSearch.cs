using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Searches with several wordings at once, and makes one list of what they find.</summary>
internal sealed class KnowledgeSearch(IFederatedSearch search, TimeProvider time)
{
    private const double RankConstant = 60;

    /// <summary>With fewer hits, each keyword is searched for alone: many sources find only what has every word.</summary>
    private const int Few = 3;

    public async Task<FoundItems> FindAsync(KnowledgeQuestion question, QueryAnalysis analysis, AccessContext reader, KnowledgeAssistantOptions options, CancellationToken cancellationToken)
    {
        long began = time.GetTimestamp();
        List<FederatedPage> pages = await AskAsync(Texts(question, analysis), question, reader, options, options.SearchTimeout, cancellationToken).ConfigureAwait(false);
        TimeSpan left = options.SearchTimeout - time.GetElapsedTime(began);
        if (pages.Sum(static page => page.Hits.Count) < Few && left > TimeSpan.Zero)
        {
            pages.AddRange(await AskAsync(analysis.Keywords.Where(IsText).OrderByDescending(static k => k.Length), question, reader, options, left, cancellationToken).ConfigureAwait(false));
        }

        return new(Merge(pages, options.MaxItems), Worst(pages), Alternatives(pages));
    }

    private async Task<List<FederatedPage>> AskAsync(IEnumerable<string> texts, KnowledgeQuestion question, AccessContext reader, KnowledgeAssistantOptions options, TimeSpan deadline, CancellationToken cancellationToken)
    {
        FederatedQuery[] queries = [.. texts.Distinct(StringComparer.OrdinalIgnoreCase).Take(options.MaxSearches).Select(text => ToQuery(text, question, options) with { Deadline = deadline })];
        List<FederatedPage> pages = [];
        await foreach (BatchItem<FederatedQuery, FederatedPage> item in search.SearchManyAsync(queries, reader, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            pages.Add(item.Get());
        }

        return pages;
    }

    /// <summary>The wordings of the analysis, and the keywords alone: the two telling ones find what no text that must hold all words does.</summary>
    private static IEnumerable<string> Texts(KnowledgeQuestion question, QueryAnalysis analysis)
    {
        string[] wordings = [.. analysis.RewrittenQueries.Where(IsText)];
        string keywords = string.Join(' ', analysis.Keywords.Take(8));
        string telling = string.Join(' ', analysis.Keywords.Take(2));
        return [.. wordings.Take(2), .. new[] { keywords, telling }.Where(IsText), .. wordings.Skip(2), .. new[] { question.Text }.Where(IsText)];
    }

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= SearchQuery.MaxTextLength;

    private static FederatedQuery ToQuery(string text, KnowledgeQuestion question, KnowledgeAssistantOptions options) => new(text)
    {
        Limit = options.MaxItems,
        Sources = question.Sources,
        Scopes = question.Scopes,
        Labels = question.Labels,
        ModifiedSince = question.ModifiedSince,
        ModifiedBefore = question.ModifiedBefore,
        OnInexpressible = question.OnInexpressible,
    };

    private static SearchHit[] Merge(List<FederatedPage> pages, int most) =>
        [.. pages
            .SelectMany(static page => page.Hits)
            .GroupBy(static hit => ItemKey.Of(hit.Hit))
            .Select(static group => (group.First().Hit, Score: group.Sum(static h => 1 / (RankConstant + h.Rank)), Best: group.Min(static h => h.Rank), group.Key))
            .OrderByDescending(static g => g.Score).ThenBy(static g => g.Best).ThenBy(static g => g.Key.ToString(), StringComparer.Ordinal)
            .Take(most)
            .Select(static g => g.Hit)];

    /// <summary>Which place of a text ranks best differs from wording to wording, so each of them has all others.</summary>
    private static ILookup<ItemKey, SearchHit> Alternatives(List<FederatedPage> pages) => pages
        .SelectMany(static page => page.Hits)
        .Where(static hit => hit.Alternatives.Count > 0)
        .Select(static hit => hit.Alternatives.Prepend(hit.Hit).ToArray())
        .SelectMany(static places => places.SelectMany(place => places.Where(other => ItemKey.Of(other) != ItemKey.Of(place)).Select(other => (Item: ItemKey.Of(place), Other: other))))
        .DistinctBy(static pair => (pair.Item, ItemKey.Of(pair.Other)))
        .ToLookup(static pair => pair.Item, static pair => pair.Other);

    private static SourceReport[] Worst(List<FederatedPage> pages) =>
        [.. pages
            .SelectMany(static page => page.Reports)
            .GroupBy(static report => report.Source)
            .Select(static group => group.OrderBy(static r => r.IsComplete).ThenByDescending(static r => r.Status).First())
            .OrderBy(static r => r.Source.ToString(), StringComparer.Ordinal)];
}
