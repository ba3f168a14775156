namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Finds what stands in quotation marks, of the kinds that English, German, French and Spanish use.</summary>
internal static class PhraseFinder
{
    public static void Find(QueryDraft draft)
    {
        string text = draft.Text;
        for (int open = 0; open < text.Length; open++)
        {
            string closers = Closers(text[open]);
            if (closers.Length == 0 || (open > 0 && text[open - 1] == ':'))
            {
                open = closers.Length == 0 ? open : SkipValue(text, open);
                continue;
            }

            int length = text.AsSpan(open + 1).IndexOfAny(closers);
            if (length > 0)
            {
                Add(draft, open + 1, length);
                open += length + 1;
            }
        }
    }

    private static int SkipValue(string text, int open) => text.IndexOf('"', open + 1) is var close and >= 0 ? close : open;

    private static string Closers(char open) => open switch
    {
        '"' => "\"",
        '“' => "”\"",
        '„' => "“”\"",
        '«' => "»",
        '»' => "«",
        _ => string.Empty,
    };

    private static void Add(QueryDraft draft, int start, int length)
    {
        string phrase = draft.Text.Substring(start, length).Trim();
        if (phrase.Length is 0 or > AnalysisLimits.Text)
        {
            return;
        }

        QueryDraft.Add(draft.Phrases, phrase);
        for (int i = 0; i < draft.Words.Count; i++)
        {
            if (draft.Words[i].Start >= start && draft.Words[i].End <= start + length)
            {
                draft.Use(i, 1);
            }
        }
    }
}
