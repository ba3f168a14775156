using System.Text;

namespace Navo.Integrations.Extraction.Formats.OpenDocument;

/// <summary>Writes paragraphs with what stands in their lines. A paragraph begins with its first content.</summary>
internal sealed class OdfText(DocumentWriter output)
{
    private readonly Stack<Paragraph> _open = [];
    private readonly List<(string Label, string Text)> _notes = [];
    private StringBuilder? _link;
    private string _address = string.Empty;

    /// <summary>Begins a paragraph.</summary>
    public void Begin(Action begin) => _open.Push(new Paragraph(begin));

    /// <summary>Takes text; text outside of paragraphs is only the layout of the file.</summary>
    public void Append(string text)
    {
        if (_open.Count == 0)
        {
            return;
        }

        if (_link is not null)
        {
            _link.Append(text);
        }
        else if (!string.IsNullOrWhiteSpace(text) || _open.Peek().HasBegun)
        {
            BeginBlock();
            output.Text(text);
        }
    }

    /// <summary>Breaks the line.</summary>
    public void Break()
    {
        if (_open.TryPeek(out Paragraph? paragraph) && paragraph.HasBegun)
        {
            output.Break();
        }
    }

    /// <summary>Keeps a note for the end of the paragraph.</summary>
    public void Note(string label, string text)
    {
        if (text.Length > 0)
        {
            _notes.Add((label, text));
        }
    }

    /// <summary>Writes the description of an image.</summary>
    public void Figure(string text)
    {
        if (_open.Count == 0)
        {
            output.Figure(text);
        }
        else if (text.Length > 0)
        {
            BeginBlock();
            output.Marked(InlineMark.Emphasis, text);
            output.Text(" ");
        }
    }

    /// <summary>Begins a link, whose text follows.</summary>
    public void BeginLink(string address) => (_link, _address) = (new StringBuilder(), address);

    /// <summary>Writes the link.</summary>
    public void EndLink()
    {
        if (_link is { Length: > 0 } text)
        {
            BeginBlock();
            output.Link(text.ToString(), _address);
        }

        _link = null;
    }

    /// <summary>Ends the paragraph that began last.</summary>
    public void End()
    {
        if (!_open.TryPop(out Paragraph? paragraph))
        {
            return;
        }

        if (paragraph.HasBegun)
        {
            output.End();
        }

        foreach ((string label, string text) in _notes)
        {
            output.Note(label, text);
        }

        _notes.Clear();
    }

    private void BeginBlock()
    {
        if (_open.TryPeek(out Paragraph? paragraph) && !paragraph.HasBegun)
        {
            paragraph.HasBegun = true;
            paragraph.Begin();
        }
    }

    private sealed class Paragraph(Action begin)
    {
        public Action Begin { get; } = begin;

        public bool HasBegun { get; set; }
    }
}
