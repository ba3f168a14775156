namespace Navo.Integrations.Markup;

/// <summary>One run of Markdown with its plain text, and where the writer stands in it: the page, or a cell of a table.</summary>
internal sealed class MarkupBuffer : IDisposable
{
    public MarkupBuffer(MarkupFlow flow)
    {
        Flow = flow;
        Marks = new InlineMarks(Markdown);
    }

    public PooledText Markdown { get; } = new();

    public PooledText Plain { get; } = new();

    public InlineMarks Marks { get; }

    public List<LinePrefix> Prefixes { get; } = [];

    public MarkupFlow Flow { get; set; }

    /// <summary>Line ends to write before the next content: 1 for a new line, 2 for a new block.</summary>
    public int Newlines { get; set; }

    /// <summary>Forced line breaks to write before the next content of the same block.</summary>
    public int Breaks { get; set; }

    /// <summary>Whether a space goes before the next content of the same line.</summary>
    public bool Space { get; set; }

    /// <summary>Whether the current line has begun.</summary>
    public bool LineOpen { get; set; }

    /// <summary>Whether the next character is the first of its line, where more characters have a meaning.</summary>
    public bool AtStart { get; set; }

    /// <summary>Where the current line begins in the Markdown.</summary>
    public int LineStart { get; set; }

    /// <summary>Begins anew, on the same arrays.</summary>
    public void Reset(MarkupFlow flow)
    {
        Markdown.Truncate(0);
        Plain.Truncate(0);
        Marks.Reset();
        Prefixes.Clear();
        Flow = flow;
        Newlines = Breaks = LineStart = 0;
        Space = LineOpen = AtStart = false;
    }

    public void Dispose()
    {
        Markdown.Dispose();
        Plain.Dispose();
    }
}
