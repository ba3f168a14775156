namespace Navo.Integrations.Markup;

/// <summary>Code, character by character as it is.</summary>
internal static class CodeMarkup
{
    /// <summary>A span within a line; its line ends become spaces.</summary>
    public static void Span(MarkdownWriter writer, string code)
    {
        string line = code.ReplaceLineEndings(" ");
        if (string.IsNullOrWhiteSpace(line))
        {
            writer.Text(line);
            return;
        }

        string fence = new('`', LongestRun(line) + 1);
        string pad = line[0] == '`' || line[^1] == '`' ? " " : string.Empty;
        string escaped = writer.Current.Flow == MarkupFlow.Cell ? line.Replace("|", "\\|", StringComparison.Ordinal) : line;
        writer.Verbatim($"{fence}{pad}{escaped}{pad}{fence}", line);
    }

    /// <summary>A block of lines, between fences longer than any in it.</summary>
    public static void Block(MarkdownWriter writer, string code, string language)
    {
        string[] lines = code.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        writer.CodeBlocks++;
        writer.Block();
        if (writer.Current.Flow == MarkupFlow.Block)
        {
            Fenced(writer, lines, language);
        }
        else
        {
            foreach (string line in lines)
            {
                writer.Line();
                Span(writer, line);
            }
        }

        writer.Block();
    }

    private static void Fenced(MarkdownWriter writer, string[] lines, string language)
    {
        string fence = new('`', Math.Max(3, lines.Max(LongestRun) + 1));
        writer.Markup(fence + language);
        foreach (string line in lines)
        {
            writer.Tighten();
            writer.VerbatimLine(line, line);
        }

        writer.Tighten();
        writer.Markup(fence);
    }

    private static int LongestRun(string text)
    {
        int longest = 0;
        int run = 0;
        foreach (char c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
