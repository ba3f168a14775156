using Navo.Integrations.Abstractions;

namespace Navo.Integrations.ExtensionsAI.Internal;

/// <summary>Of a text that is too long the sections that have most of the question's words, in the order of the text.</summary>
internal static class SectionChoice
{
    private const int ShortestWord = 3;

    public static string Cut(KnowledgeContent content, string question, int length)
    {
        string text = content.Markdown;
        if (text.Length <= length)
        {
            return text;
        }

        string[] words = [.. Words(question)];
        var ranked = Parts(content, length).OrderByDescending(part => words.Count(word => part.Text.Contains(word, StringComparison.OrdinalIgnoreCase))).ThenBy(static part => part.Start);
        List<(int Start, string Text)> chosen = [];
        int left = length;
        foreach ((int start, string part) in ranked.TakeWhile(_ => left > 0))
        {
            string cut = part.Length <= left ? part : part[..TextCut.BehindWord(part, left)];
            chosen.Add((start, cut));
            left -= cut.Length;
        }

        return string.Join("\n…\n", chosen.Where(static part => part.Text.Length > 0).OrderBy(static part => part.Start).Select(static part => part.Text.Trim()));
    }

    /// <summary>The sections; one that is too long, or a text without any, in pieces.</summary>
    private static IEnumerable<(int Start, string Text)> Parts(KnowledgeContent content, int length)
    {
        IEnumerable<(int Start, int Length)> sections = content.Sections.Count > 0 ? content.Sections.Select(static s => (s.Start, s.Length)) : [(0, content.Markdown.Length)];
        foreach ((int start, int whole) in sections)
        {
            string section = content.Markdown.Substring(start, whole);
            for (int at = 0, end; at < section.Length; at = end)
            {
                end = section.Length - at <= length ? section.Length : at + TextCut.BehindWord(section.AsSpan(at), length);
                yield return (start + at, section[at..end]);
            }
        }
    }

    private static IEnumerable<string> Words(string question) =>
        new string([.. question.Select(static c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ').Where(static word => word.Length >= ShortestWord).Distinct(StringComparer.OrdinalIgnoreCase);
}
