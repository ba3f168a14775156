using System.Xml;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>The pass over one body: where the reader stands, what is written, and what was met on the way.</summary>
internal sealed partial class StorageCursor : IDisposable
{
    private const int MaxDepth = 256;

    private readonly List<IncludedContent> _included = [];
    private readonly HashSet<ContentLoss> _known = [];
    private readonly List<ContentLoss> _losses = [];

    public StorageCursor(XmlReader reader, StorageRenderContext context, int length)
    {
        Reader = reader;
        Context = context;
        Links = new(length);
    }

    public XmlReader Reader { get; }

    public StorageRenderContext Context { get; }

    public MarkdownWriter Writer { get; } = new();

    public SectionTracker Sections { get; } = new();

    public LinkTracker Links { get; }

    public RetentionTally Tally { get; } = new();

    /// <summary>Whether text is gathered for a code span.</summary>
    public bool InCode { get; set; }

    /// <summary>Whether the text of a link is being written: links do not nest.</summary>
    public bool InLink { get; set; }

    /// <summary>How many paragraphs are open: what has no body stands within their line.</summary>
    public int Paragraphs { get; set; }

    // Most elements have none, and the reader would look the name up first.
    public string? Attribute(string name) => Reader.HasAttributes ? Reader.GetAttribute(name) : null;

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

    public void Add(IncludedContent included) => _included.Add(included);

    public void Lose(string element, string detail)
    {
        var loss = new ContentLoss(element, detail);
        if (_known.Add(loss))
        {
            _losses.Add(loss);
        }
    }

    /// <summary>Ends the page; nothing is written to it afterwards.</summary>
    public RenderedMarkup Complete()
    {
        if (Writer.Current.IsFlattened)
        {
            Lose("nesting:signs", "Quotes and lists are so deep that some lines are shown without their signs.");
        }

        (string markdown, string plain) = (Writer.Current.Markdown.ToString(), Writer.Current.Plain.ToString());
        return new(markdown, plain, Sections.Finish(markdown.Length, plain, Context), Links.Finish(), _losses) { Included = _included, Retention = Tally.ToRetention(Writer, Links) };
    }

    public void Dispose()
    {
        Writer.Dispose();
        Links.Dispose();
        _code.Dispose();
        _inner.Dispose();
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
                Gather(_code, isText: true);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                Writer.Space();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                Write();
                break;
        }
    }
}
