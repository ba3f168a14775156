using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Divides a text into its sections, so that together they are the text and nothing is lost between them.</summary>
internal static class SectionFinder
{
    public static IReadOnlyList<TextSection> Find(string text, IReadOnlyList<ContentSection> known)
    {
        List<(int Start, IReadOnlyList<string> Path)> starts = known.Count > 0 ? Known(text, known) : Headings(text);
        if (starts.Count == 0 || starts[0].Start > 0)
        {
            starts.Insert(0, (0, []));
        }

        List<TextSection> sections = new(starts.Count);
        for (int i = 0; i < starts.Count; i++)
        {
            int end = i + 1 < starts.Count ? starts[i + 1].Start : text.Length;
            sections.Add(new(starts[i].Path, starts[i].Start, end - starts[i].Start));
        }

        return sections;
    }

    /// <summary>The beginnings alone count: what lies between two sections belongs to the one before.</summary>
    private static List<(int Start, IReadOnlyList<string> Path)> Known(string text, IReadOnlyList<ContentSection> known) =>
        [.. known
            .Where(s => s.Start >= 0 && s.Start < text.Length)
            .Select(s => (Start: TextCut.At(text, s.Start), s.HeadingPath))
            .OrderBy(s => s.Start)
            .DistinctBy(s => s.Start)];

    private static List<(int Start, IReadOnlyList<string> Path)> Headings(string text)
    {
        List<(int Start, IReadOnlyList<string> Path)> found = [];
        string?[] path = new string?[6];
        char fence = default;
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) is var newline and >= 0 ? newline : text.Length;
            ReadOnlySpan<char> line = text.AsSpan(start, end - start).TrimEnd();
            fence = Fence(line, fence);
            if (fence == default && Level(line) is var level and > 0)
            {
                path[level - 1] = line[level..].Trim().TrimEnd('#').Trim().ToString();
                Array.Clear(path, level, path.Length - level);
                found.Add((start, [.. path.OfType<string>()]));
            }

            start = end + 1;
        }

        return found;
    }

    /// <summary>The character of the fence of code that a line is within; a closing line still counts as within none.</summary>
    private static char Fence(ReadOnlySpan<char> line, char open)
    {
        ReadOnlySpan<char> text = line.TrimStart();
        char mark = text.StartsWith("```") ? '`' : text.StartsWith("~~~") ? '~' : default;
        return mark == default ? open : open == default ? mark : mark == open ? default : open;
    }

    /// <summary>1 to 6 for <c># Heading</c> and its like; 0 for another line.</summary>
    private static int Level(ReadOnlySpan<char> line)
    {
        int level = line.IndexOfAnyExcept('#');
        return level is >= 1 and <= 6 && (line[level] is ' ' or '\t') ? level : 0;
    }
}
