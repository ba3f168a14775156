using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Navo.Integrations.Extraction.Formats.Office;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>Reads the main part forward and hands each element to what writes it.</summary>
internal sealed class WordReader(MainDocumentPart main, OfficeParts parts, WordNotes notes, DocumentWriter output)
{
    private readonly WordTables _tables = new(output);
    private readonly Stack<bool> _alternatives = [];
    private int _page = 1;
    private bool _isContents;

    public WordStyles Styles { get; init; } = new();

    public WordNumbering Numbering { get; init; } = new();

    /// <summary>Reads the part; its stream is closed.</summary>
    public void Read(Stream part)
    {
        WordText text = new(Styles, Numbering, output);
        using XmlReader reader = SafeXml.Read(part);
        bool hasRead = reader.Read();
        while (hasRead)
        {
            // What is skipped leaves the reader on the next node already.
            bool skipped = reader.NodeType switch
            {
                XmlNodeType.Element => Element(reader, text),
                XmlNodeType.EndElement => EndElement(reader, text),
                XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA => text.Append(reader.Value),
                _ => false,
            };
            hasRead = skipped ? reader.ReadState == ReadState.Interactive : reader.Read();
        }
    }

    private bool Element(XmlReader reader, WordText text)
    {
        switch (reader.LocalName)
        {
            case "del" or "moveFrom" or "sectPr" or "rPrChange" or "pPrChange" or "tblPrChange" or "Fallback" when reader.LocalName != "Fallback" || (_alternatives.TryPeek(out bool chosen) && chosen):
                return Skip(reader);
            case "AlternateContent" when !reader.IsEmptyElement:
                _alternatives.Push(false);
                break;
            case "Choice" when _alternatives.Count > 0:
                _alternatives.Pop();
                _alternatives.Push(true);
                break;
            case "docPartGallery":
                _isContents |= Word.Attribute(reader, "val") == "Table of Contents";
                break;
            case "sdtContent" when _isContents:
                _isContents = false;
                output.Lose("toc", "The table of contents is left out; the headings are there.");
                return Skip(reader);
            case "oMath":
                text.Equation(MathText.Read(reader));
                break;
            default:
                return Table(reader, text) || Reference(reader, text) || text.Element(reader);
        }

        return false;
    }

    private bool Table(XmlReader reader, WordText text)
    {
        if (reader.LocalName is "p" or "tbl")
        {
            _tables.BeginContent();
        }

        if (reader.LocalName == "tbl")
        {
            text.BeginTable();
        }

        _tables.Element(reader);
        return false;
    }

    private bool Reference(XmlReader reader, WordText text)
    {
        switch (reader.LocalName)
        {
            case "hyperlink" when !reader.IsEmptyElement:
                text.BeginLink(Address(reader));
                break;
            case "footnoteReference" or "endnoteReference" or "commentReference":
                string kind = reader.LocalName[..^"Reference".Length];
                text.Note(notes.Find(kind, Word.Attribute(reader, "id")));
                break;
            case "lastRenderedPageBreak":
                NextPage(text);
                break;
            case "br" when Word.Attribute(reader, "type") == "page":
                NextPage(text);
                return Skip(reader);
            case "chart":
                Chart(reader, text);
                break;
        }

        return false;
    }

    private bool EndElement(XmlReader reader, WordText text)
    {
        switch (reader.LocalName)
        {
            case "AlternateContent" when _alternatives.Count > 0:
                _alternatives.Pop();
                break;
            case "hyperlink":
                text.EndLink();
                break;
            case "tc" or "tr" or "tbl":
                _tables.EndElement(reader.LocalName);
                break;
            default:
                text.EndElement(reader.LocalName);
                break;
        }

        return false;
    }

    private string Address(XmlReader reader)
    {
        string? anchor = Word.Attribute(reader, "anchor");
        string? id = Word.Attribute(reader, "id");
        string address = main.HyperlinkRelationships.FirstOrDefault(link => link.Id == id)?.Uri.OriginalString ?? string.Empty;
        return anchor is null ? address : $"{address}#{anchor}";
    }

    private void Chart(XmlReader reader, WordText text)
    {
        if (OfficeParts.Find(main, Word.Attribute(reader, "id") ?? string.Empty) is ChartPart chart)
        {
            text.After(() => OfficeChart.Write(parts.Open(chart), output));
        }
    }

    private void NextPage(WordText text)
    {
        _page++;
        int page = _page;
        text.Page(page);
    }

    private static bool Skip(XmlReader reader)
    {
        reader.Skip();
        return true;
    }
}
