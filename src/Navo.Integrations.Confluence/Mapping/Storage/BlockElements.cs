namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Paragraphs, headings, quotes and rules.</summary>
internal static class BlockElements
{
    private static readonly string[] HeadingSigns = ["# ", "## ", "### ", "#### ", "##### ", "###### "];

    public static void Block(StorageCursor at)
    {
        at.Writer.Block();
        at.Children();
        at.Writer.Block();
    }

    public static void Paragraph(StorageCursor at)
    {
        at.Paragraphs++;
        Block(at);
        at.Paragraphs--;
    }

    public static void Heading(StorageCursor at, int level)
    {
        MarkupBuffer buffer = at.Writer.Current;
        if (buffer.Flow != MarkupFlow.Block)
        {
            Bold(at);
            return;
        }

        at.Writer.Block();
        at.Writer.Indent(HeadingSigns[level - 1], string.Empty);
        int plainStart = buffer.Plain.Length;
        buffer.Flow = MarkupFlow.Inline;
        at.Sections.BeginHeading(plainStart);
        at.Children();
        string? anchor = at.Sections.EndHeading();
        buffer.Flow = MarkupFlow.Block;
        if (at.Writer.Outdent())
        {
            ReadOnlySpan<char> text = buffer.Plain.From(plainStart).TrimStart();
            at.Sections.Begin(new(level, buffer.LineStart, buffer.Plain.Length - text.Length, text.TrimEnd().Length, anchor));
        }

        at.Writer.Block();
    }

    public static void Quote(StorageCursor at) => Quote(at, at.Children);

    public static void Quote(StorageCursor at, Action body)
    {
        at.Writer.Block();
        string sign = at.Writer.Current.Flow == MarkupFlow.Block ? "> " : string.Empty;
        at.Writer.Indent(sign, sign);
        body();
        at.Writer.Outdent();
        at.Writer.Block();
    }

    public static void Rule(StorageCursor at)
    {
        at.Skip();
        at.Writer.Block();
        if (at.Writer.Current.Flow == MarkupFlow.Block)
        {
            at.Writer.Markup("---");
        }

        at.Writer.Block();
    }

    private static void Bold(StorageCursor at)
    {
        at.Writer.Block();
        InlineElements.Marked(at, InlineMark.Strong);
        at.Writer.Block();
    }
}
