using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Cuts the text of a source into sentences: at ends of lines, and at marks of end before a space.</summary>
internal static class TextSentences
{
    public static IReadOnlyList<TextSpan> Of(string text)
    {
        List<TextSpan> spans = [];
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (IsEnd(text, i))
            {
                Add(spans, text, start, i + 1);
                start = i + 1;
            }
        }

        Add(spans, text, start, text.Length);
        return spans;
    }

    private static bool IsEnd(string text, int i) => TextBoundary.EndsSentence(text, i) && !Abbreviations.EndsAt(text, i);

    private static void Add(List<TextSpan> spans, string text, int start, int end)
    {
        while (start < end && IsEdge(text, start))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == '|'))
        {
            end--;
        }

        if (text.AsSpan(start, end - start).IndexOfAnyExcept("-|: ") >= 0)
        {
            spans.Add(new(start, end - start));
        }
    }

    /// <summary>A minus before a digit is part of the number.</summary>
    private static bool IsEdge(string text, int i) =>
        char.IsWhiteSpace(text[i]) || text[i] is '#' or '|' or '>' or '*' or '+' || (text[i] == '-' && (i + 1 == text.Length || !char.IsDigit(text[i + 1])));
}
