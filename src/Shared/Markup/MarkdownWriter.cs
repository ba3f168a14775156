namespace Navo.Integrations.Markup;

/// <summary>Writes Markdown and plain text side by side. Separators are written only before content, so none is left over.</summary>
internal sealed partial class MarkdownWriter : IDisposable
{
    /// <summary>Where the writer stands.</summary>
    public MarkupBuffer Current { get; private set; } = new(MarkupFlow.Block);

    /// <summary>The tables written so far.</summary>
    public int Tables { get; set; }

    /// <summary>The blocks of code written so far.</summary>
    public int CodeBlocks { get; set; }

    /// <summary>Begins a new block.</summary>
    public void Block() => Separate(2);

    /// <summary>Begins a new line.</summary>
    public void Line() => Separate(1);

    /// <summary>Parts what comes by a space, where it follows in the same line.</summary>
    public void Space() => Current.Space = true;

    /// <summary>Makes the next line follow without a blank one, whatever the block before asked for.</summary>
    public void Tighten()
    {
        Separate(1);
        Current.Newlines = Math.Min(Current.Newlines, 1);
    }

    /// <summary>Breaks the line within a block.</summary>
    public void Break()
    {
        if (Current.Flow == MarkupFlow.Block)
        {
            Current.Breaks += Current.LineOpen ? 1 : 0;
        }
        else
        {
            Separate(1);
        }
    }

    /// <summary>Writes text of the page: white space collapsed, everything escaped.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (MarkdownEscape.IsSpace(text[0]))
            {
                Current.Space = true;
                text = text[1..];
                continue;
            }

            Begin(text[0]);
            text = text[Run(text)..];
        }
    }

    /// <summary>Writes markup that has no counterpart in the plain text, as content.</summary>
    public void Markup(ReadOnlySpan<char> markup)
    {
        Begin(markup[0]);
        Current.AtStart = false;
        Current.Markdown.Append(markup);
    }

    /// <summary>Writes the rest of such markup as it is: a space before it stays behind it.</summary>
    public void Append(ReadOnlySpan<char> markup) => Current.Markdown.Append(markup);

    /// <summary>Writes content whose Markdown is made already.</summary>
    public void Verbatim(ReadOnlySpan<char> markdown, ReadOnlySpan<char> plain)
    {
        Markup(markdown);
        Current.Plain.Append(plain);
    }

    /// <summary>Writes a line whose Markdown is made already; it may be empty.</summary>
    public void VerbatimLine(ReadOnlySpan<char> markdown, ReadOnlySpan<char> plain)
    {
        Verbatim(markdown.IsEmpty ? " " : markdown, plain);
        if (markdown.IsEmpty)
        {
            Current.Markdown.Truncate(Current.Markdown.Length - 1);
        }
    }

    /// <summary>Begins the lines of a quote, list item or heading.</summary>
    public void Indent(string first, string rest) => Current.Prefixes.Add(new LinePrefix(first, rest));

    /// <summary>Ends them. A list item without content still shows its sign.</summary>
    /// <returns>Whether a line has begun with it.</returns>
    public bool Outdent(bool keepEmpty = false)
    {
        if (keepEmpty && !Current.Prefixes[^1].Used)
        {
            Begin(' ');
        }

        bool used = Current.Prefixes[^1].Used;
        Current.Prefixes.RemoveAt(Current.Prefixes.Count - 1);
        return used;
    }

    public void Dispose()
    {
        Current.Dispose();
        foreach (MarkupBuffer buffer in _outer.Concat(_spare))
        {
            buffer.Dispose();
        }

        _grids.ForEach(static grid => grid.Dispose());
    }

    /// <summary>Writes what must stand before a character of content.</summary>
    public void Begin(char next)
    {
        MarkupBuffer at = Current;
        if (at.LineOpen && at.Newlines + at.Breaks > 0)
        {
            LineBreaks.Write(at);
        }

        if (!at.LineOpen)
        {
            LineBreaks.OpenLine(at);
        }
        else if (at.Space && at.Markdown.Last != '\n')
        {
            at.Markdown.Append(' ');
            at.Plain.Append(' ');
        }

        at.Space = false;
        at.Newlines = at.Breaks = 0;
        at.Marks.Write(next);
    }

    private void Separate(int lines)
    {
        if (Current.Flow == MarkupFlow.Inline)
        {
            Current.Space = true;
        }
        else if (Current.Prefixes is not [.., { Used: false }])
        {
            Current.Newlines = Math.Max(Current.Newlines, lines);
            Current.Breaks = 0;
        }
    }

    private int Run(ReadOnlySpan<char> text)
    {
        int length = MarkdownEscape.Plain(text);
        int escape = Current.AtStart && length > 0 ? MarkdownEscape.AtStart(text) : -1;
        Current.AtStart = false;
        if (length == 0)
        {
            char next = text.Length > 1 ? text[1] : ' ';
            escape = MarkdownEscape.Needed(Current.Markdown.Last, text[0], next) ? 0 : -1;
            length = 1;
        }

        Current.Plain.Append(text[..length]);
        if (escape >= 0 && escape < length)
        {
            Current.Markdown.Append(text[..escape]);
            Current.Markdown.Append('\\');
        }

        Current.Markdown.Append(text[Math.Clamp(escape, 0, length)..length]);
        return length;
    }
}
