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

        int ticks = LongestRun(line);
        string fence = ticks == 0 ? "`" : new('`', ticks + 1);
        string pad = line[0] == '`' || line[^1] == '`' ? " " : string.Empty;
        writer.Markup(fence);
        writer.Append(pad);
        writer.Append(writer.Current.Flow == MarkupFlow.Cell ? line.Replace("|", "\\|", StringComparison.Ordinal) : line);
        writer.Append(pad);
        writer.Append(fence);
        writer.Current.Plain.Append(line);
    }

    /// <summary>A block of lines, between fences longer than any in it.</summary>
    public static void Block(MarkdownWriter writer, ReadOnlySpan<char> code, string language)
    {
        ReadOnlySpan<char> lines = code.TrimEnd("\r\n\f\u0085\u2028\u2029");
        writer.CodeBlocks++;
        writer.Block();
        if (writer.Current.Flow == MarkupFlow.Block)
        {
            Fenced(writer, lines, language);
        }
        else
        {
            foreach (ReadOnlySpan<char> line in lines.EnumerateLines())
            {
                writer.Line();
                Span(writer, line.ToString());
            }
        }

        writer.Block();
    }

    private static void Fenced(MarkdownWriter writer, ReadOnlySpan<char> lines, string language)
    {
        string fence = new('`', Math.Max(3, LongestRun(lines) + 1));
        writer.Markup(fence);
        writer.Append(language);
        foreach (ReadOnlySpan<char> line in lines.EnumerateLines())
        {
            writer.Tighten();
            writer.VerbatimLine(line, line);
        }

        writer.Tighten();
        writer.Markup(fence);
    }

    private static int LongestRun(ReadOnlySpan<char> text)
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
