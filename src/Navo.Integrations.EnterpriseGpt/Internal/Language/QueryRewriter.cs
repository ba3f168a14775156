using System.Text;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Makes searches of a question: by its keywords, by its names, and by all its words but those that became filters.</summary>
internal static class QueryRewriter
{
    public static List<string> Keywords(QueryDraft draft)
    {
        List<string> keywords = [.. draft.Phrases];
        for (int i = 0; i < draft.Words.Count; i++)
        {
            QueryWord word = draft.Words[i];
            bool isLeading = i == 0 && IntentFinder.IsLeading(word.Lower);
            if (!draft.IsUsed(i) && !isLeading && word.Length <= AnalysisLimits.Text && !StopWords.Contains(word.Lower, draft.Language))
            {
                QueryDraft.Add(keywords, Keyword(draft, i));
            }
        }

        return keywords;
    }

    public static IReadOnlyList<string> Rewrite(QueryDraft draft, List<string> keywords)
    {
        List<string> queries = [];
        Add(queries, string.Join(' ', keywords));
        Add(queries, string.Join(' ', draft.Phrases.Concat(draft.Entities.Where(e => e.Kind != QueryEntityKind.Date).Select(e => e.Text)).Distinct()));
        Add(queries, Remaining(draft));
        if (queries.Count == 0)
        {
            Add(queries, draft.Text);
        }

        return queries;
    }

    /// <summary>Names keep their capitals, for they are looked for as they are written.</summary>
    private static string Keyword(QueryDraft draft, int i)
    {
        ReadOnlySpan<char> word = draft.Original(i);
        foreach (QueryEntity entity in draft.Entities)
        {
            if (entity.Text.AsSpan().Contains(word, StringComparison.Ordinal))
            {
                return word.ToString();
            }
        }

        return draft.Word(i);
    }

    private static string Remaining(QueryDraft draft)
    {
        StringBuilder text = new(draft.Text.Length);
        for (int i = 0; i < draft.Words.Count; i++)
        {
            if (!draft.IsUsed(i))
            {
                text.Append(text.Length > 0 ? " " : string.Empty).Append(draft.Original(i));
            }
        }

        foreach (string phrase in draft.Phrases)
        {
            text.Append(text.Length > 0 ? " " : string.Empty).Append(phrase);
        }

        return text.ToString();
    }

    private static void Add(List<string> queries, string text)
    {
        string cut = Cut(text.Trim());
        if (cut.Length > 0 && !queries.Contains(cut, StringComparer.OrdinalIgnoreCase))
        {
            queries.Add(cut);
        }
    }

    private static string Cut(string text)
    {
        if (text.Length <= AnalysisLimits.Query)
        {
            return text;
        }

        int space = text.LastIndexOf(' ', AnalysisLimits.Query);
        return text[..(space > 0 ? space : TextCut.At(text, AnalysisLimits.Query))].TrimEnd();
    }
}
