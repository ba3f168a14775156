namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Splits a question at white space; a quoted value after a colon, as in <c>space:"Legal Team"</c>, stays one word.</summary>
internal static class WordSplitter
{
    public static IReadOnlyList<QueryWord> Split(string text)
    {
        List<QueryWord> words = [];
        int i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            int end = EndOf(text, i);
            Add(words, text, i, end);
            i = end;
        }

        return words;
    }

    private static int EndOf(string text, int start)
    {
        for (int i = start; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return i;
            }

            if (text[i] == '"' && i > start && text[i - 1] == ':')
            {
                int close = text.IndexOf('"', i + 1);
                i = close < 0 ? i : close;
            }
        }

        return text.Length;
    }

    private static void Add(List<QueryWord> words, string text, int start, int end)
    {
        bool endsSentence = text[end - 1] is '.' or '?' or '!' or '。' or '？' or '！';
        bool isFilter = text[end - 1] == '"' && text.IndexOf(":\"", start, end - start, StringComparison.Ordinal) >= 0;
        while (start < end && IsEdge(text[start]))
        {
            start++;
        }

        while (!isFilter && end > start && IsEdge(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            words.Add(new(start, end - start, text[start..end].ToLowerInvariant(), endsSentence));
        }
    }

    private static bool IsEdge(char c) => !char.IsLetterOrDigit(c) && !char.IsSurrogate(c) && c is not ('#' or '+' or '_' or '/');
}
