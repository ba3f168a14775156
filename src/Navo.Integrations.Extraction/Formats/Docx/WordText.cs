using System.Text;
using System.Xml;

namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>Writes paragraphs with what stands in their lines. A paragraph begins with its first content, when all is known of it.</summary>
internal sealed partial class WordText(WordStyles styles, WordNumbering numbering, DocumentWriter output)
{
    private readonly Stack<WordParagraph> _paragraphs = [];
    private readonly List<Action> _after = [];
    private StringBuilder? _link;
    private string _address = string.Empty;
    private WordRun _run;
    private string _inside = string.Empty;
    private int _page;

    private WordFields Fields => field ??= new(this);

    /// <summary>Takes the beginning of an element.</summary>
    /// <returns>Always false: the reader stands where it stood.</returns>
    public bool Element(XmlReader reader)
    {
        _inside = reader.IsEmptyElement ? string.Empty : reader.LocalName;
        switch (reader.LocalName)
        {
            case "p" when reader.IsEmptyElement:
                break;
            case "p":
                _paragraphs.Push(new WordParagraph());
                break;
            case "r":
                _run = default;
                break;
            case "fldChar" or "fldSimple":
                Fields.Element(reader);
                break;
            case "docPr":
                Image(Word.Attribute(reader, "descr") ?? Word.Attribute(reader, "title"));
                break;
            case "altChunk" or "OLEObject":
                output.Lose("object", "An embedded object is not shown.");
                break;
            default:
                WordParagraph? paragraph = _paragraphs.TryPeek(out WordParagraph? top) ? top : null;
                if (!WordProperties.Take(reader, paragraph, ref _run))
                {
                    Character(reader.LocalName, paragraph);
                }

                break;
        }

        return false;
    }

    /// <summary>Takes text.</summary>
    /// <returns>Always false.</returns>
    public bool Append(string text)
    {
        if (_inside == "t")
        {
            Write(text);
        }
        else if (_inside == "instrText")
        {
            Fields.Instruction(text);
        }

        return false;
    }

    /// <summary>Takes the end of an element.</summary>
    public void EndElement(string name)
    {
        _inside = string.Empty;
        if (name == "p" && _paragraphs.TryPop(out WordParagraph? paragraph))
        {
            End(paragraph);
        }
        else if (name == "fldSimple")
        {
            Fields.End();
        }
    }

    /// <summary>Begins a link, whose text follows.</summary>
    public void BeginLink(string address)
    {
        EndLink();
        (_link, _address) = (new StringBuilder(), address);
    }

    /// <summary>Writes the link that was begun.</summary>
    public void EndLink()
    {
        if (_link is { Length: > 0 } text)
        {
            Begin();
            output.Link(text.ToString(), _address);
        }

        _link = null;
    }

    /// <summary>Marks a reference, and keeps its note for the end of the paragraph.</summary>
    public void Note((string Mark, string Label, string Text)? note)
    {
        if (note is ({ } mark, { } label, { Length: > 0 } text))
        {
            Write(mark);
            (_paragraphs.TryPeek(out WordParagraph? paragraph) ? paragraph.Notes : []).Add((label, text));
        }
    }

    /// <summary>Writes an equation.</summary>
    public void Equation(string text) => Write($" {text} ");

    /// <summary>Notes that a page begins.</summary>
    public void Page(int number)
    {
        _page = number;
        if (_paragraphs.Count == 0 || !_paragraphs.Peek().HasBegun)
        {
            output.Page(number);
            _page = 0;
        }
    }

    /// <summary>Writes something when the paragraph is over.</summary>
    public void After(Action write) => _after.Add(write);

    /// <summary>Begins a table: another list begins after it.</summary>
    public void BeginTable() => EndLink();

    private void Character(string name, WordParagraph? paragraph)
    {
        switch (name)
        {
            case "tab" or "ptab" when paragraph is { HasBegun: true }:
                Write(" ");
                break;
            case "br" or "cr" when paragraph is { HasBegun: true }:
                EndLink();
                output.Break();
                break;
            case "noBreakHyphen":
                Write("-");
                break;
            case "sym":
                output.Lose("symbol", "A sign of a symbol font is not shown.");
                break;
        }
    }
}
