namespace Navo.Integrations.Markup;

/// <summary>One run of Markdown with its plain text, and where the writer stands in it: the page, or a cell of a table.</summary>
internal sealed class MarkupBuffer : IDisposable
{
    private const int SparePrefixes = 1_000_000;
    private const int PrefixesToText = 8;

    private long _prefixed;

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

    /// <summary>Whether quotes and lists were so deep that some lines stand without their signs. A short line within hundreds of them would be hundreds of times as long as its text.</summary>
    public bool IsFlattened { get; private set; }

    /// <summary>Writes what begins a line, as long as that is not out of all proportion to what the lines hold.</summary>
    public void AppendPrefix(string prefix)
    {
        if (_prefixed + prefix.Length <= SparePrefixes + (PrefixesToText * (Markdown.Length - _prefixed)))
        {
            Markdown.Append(prefix);
            _prefixed += prefix.Length;
        }
        else
        {
            IsFlattened = true;
        }
    }

    /// <summary>Takes white space back from the end of a line that has only prefixes.</summary>
    public void TrimPrefixes(int start)
    {
        int kept = Markdown.From(start).TrimEnd().Length;
        _prefixed -= Markdown.Length - start - kept;
        Markdown.Truncate(start + kept);
    }

    /// <summary>Begins anew, on the same arrays.</summary>
    public void Reset(MarkupFlow flow)
    {
        Markdown.Truncate(0);
        Plain.Truncate(0);
        Marks.Reset();
        Prefixes.Clear();
        Flow = flow;
        Newlines = Breaks = LineStart = 0;
        Space = LineOpen = AtStart = IsFlattened = false;
        _prefixed = 0;
    }

    public void Dispose()
    {
        Markdown.Dispose();
        Plain.Dispose();
    }
}
