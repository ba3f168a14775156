using System.Xml;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>The pass over one body: where the reader stands, what is written, and what was met on the way.</summary>
internal sealed class StorageCursor : IDisposable
{
    private const int MaxDepth = 256;

    private readonly char[] _chunk = new char[1024];
    private readonly PooledText _code = new();
    private readonly List<ContentLink> _links = [];
    private readonly List<IncludedContent> _included = [];
    private readonly HashSet<ContentLoss> _known = [];
    private readonly List<ContentLoss> _losses = [];
    private readonly TextConsumer _toPage;
    private readonly TextConsumer _toCode;

    public StorageCursor(XmlReader reader, StorageRenderContext context)
    {
        Reader = reader;
        Context = context;
        Sections = new(context);
        _toPage = Writer.Text;
        _toCode = _code.Append;
    }

    private delegate void TextConsumer(ReadOnlySpan<char> text);

    public XmlReader Reader { get; }

    public StorageRenderContext Context { get; }

    public MarkdownWriter Writer { get; } = new();

    public SectionTracker Sections { get; }

    /// <summary>Whether text is gathered for a code span.</summary>
    public bool InCode { get; set; }

    /// <summary>Whether the text of a link is being written: links do not nest.</summary>
    public bool InLink { get; set; }

    /// <summary>How many paragraphs are open: what has no body stands within their line.</summary>
    public int Paragraphs { get; set; }

    public string? Attribute(string name) => Reader.GetAttribute(name);

    public void Document()
    {
        while (Reader.Read())
        {
            Node();
        }
    }

    /// <summary>Renders what is within the current element and stops at its end.</summary>
    public void Children()
    {
        int depth = Reader.Depth;
        Enter(depth);
        while (Next(depth))
        {
            Node();
        }

        FlushCode();
    }

    /// <summary>Goes to the next element directly within the one at <paramref name="depth"/>; text between is rendered. False at its end.</summary>
    public bool NextChild(int depth)
    {
        Enter(depth);
        while (Next(depth))
        {
            if (Reader.NodeType == XmlNodeType.Element)
            {
                return true;
            }

            Node();
        }

        return false;
    }

    /// <summary>All text within the current element, as it is; stops at its end.</summary>
    /// <param name="element">Called at each element within; it may go to the end of that element.</param>
    public string InnerText(Action? element = null)
    {
        int depth = Reader.Depth;
        using var text = new PooledText();
        while (Next(depth))
        {
            if (Reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                Chunks(text.Append);
            }
            else if (Reader.NodeType == XmlNodeType.Element)
            {
                element?.Invoke();
            }
        }

        return text.ToString();
    }

    /// <summary>Passes over the current element.</summary>
    public void Skip()
    {
        int depth = Reader.Depth;
        while (Next(depth))
        {
        }
    }

    public void Add(ContentLink link) => _links.Add(link);

    public void Add(IncludedContent included) => _included.Add(included);

    public void Lose(string element, string detail)
    {
        var loss = new ContentLoss(element, detail);
        if (_known.Add(loss))
        {
            _losses.Add(loss);
        }
    }

    public RenderedMarkup ToMarkup()
    {
        MarkupBuffer page = Writer.Current;
        return new(page.Markdown.ToString(), page.Plain.ToString(), Sections.ToSections(page.Markdown.Length), _links, _losses) { Included = _included };
    }

    public void Dispose()
    {
        Writer.Dispose();
        _code.Dispose();
    }

    private static void Enter(int depth)
    {
        if (depth >= MaxDepth)
        {
            throw new ProtocolException($"The storage format of the page nests deeper than {MaxDepth} levels.");
        }
    }

    // An element is over when its end is reached; an empty one is over at once.
    private bool Next(int depth)
    {
        bool isEmpty = Reader.NodeType == XmlNodeType.Element && Reader.Depth == depth && Reader.IsEmptyElement;
        return !isEmpty && Reader.Read() && !(Reader.NodeType == XmlNodeType.EndElement && Reader.Depth == depth);
    }

    private void Node()
    {
        switch (Reader.NodeType)
        {
            case XmlNodeType.Element:
                FlushCode();
                StorageElements.Render(this);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when InCode:
                Chunks(_toCode);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                Chunks(_toPage);
                break;
        }
    }

    private void Chunks(TextConsumer consume)
    {
        for (int read = Reader.ReadValueChunk(_chunk, 0, _chunk.Length); read > 0; read = Reader.ReadValueChunk(_chunk, 0, _chunk.Length))
        {
            consume(_chunk.AsSpan(0, read));
        }
    }

    private void FlushCode()
    {
        if (_code.Length > 0)
        {
            CodeMarkup.Span(Writer, _code.ToString());
            _code.Truncate(0);
        }
    }
}
