using System.Xml;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Extraction.Formats.OpenDocument;

/// <summary>Reads the content of texts and slides forward.</summary>
internal sealed class OdfReader(DocumentWriter output)
{
    private readonly OdfLists _lists = new();
    private readonly OdfTables _tables = new(output);
    private readonly OdfText _text = new(output);
    private int _slide;
    private bool _isTitle;

    /// <summary>Reads to the end.</summary>
    public void Read(XmlReader reader)
    {
        bool hasRead = reader.Read();
        while (hasRead)
        {
            bool skipped = false;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    skipped = Element(reader);
                    break;
                case XmlNodeType.EndElement:
                    EndElement(reader.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA:
                    _text.Append(reader.Value);
                    break;
            }

            hasRead = skipped ? reader.ReadState == ReadState.Interactive : reader.Read();
        }
    }

    private bool Element(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "tracked-changes" or "forms" or "settings":
                reader.Skip();
                return true;
            case "table-of-content":
                output.Lose("toc", "The table of contents is left out; the headings are there.");
                reader.Skip();
                return true;
            case "page" when reader.Prefix == "draw" && !reader.IsEmptyElement:
                output.BeginSlide(++_slide);
                break;
            case "frame":
                _isTitle = Odf.Attribute(reader, "class") == "title";
                break;
            case "h" or "p" when !reader.IsEmptyElement:
                Paragraph(reader);
                break;
            default:
                return Aside(reader) || Inline(reader);
        }

        return false;
    }

    private void Paragraph(XmlReader reader)
    {
        _tables.BeginContent();
        int? heading = reader.LocalName == "h" ? Odf.Count(reader, "outline-level") : _isTitle ? 2 : null;
        _text.Begin(heading is { } level
            ? () => output.BeginHeading(level)
            : _lists.Item() is { } item
                ? () => output.BeginListItem(item.Level, item.Number)
                : () => output.Begin(ExtractedBlockKind.Paragraph));
    }

    // What stands beside the text is read whole: the reader is left at its end.
    private bool Aside(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "note":
                _text.Note("Note", Odf.Text(reader).Text);
                return false;
            case "annotation":
                (string text, string creator) = Odf.Text(reader);
                _text.Note(creator.Length > 0 ? $"Comment by {creator}" : "Comment", text);
                return false;
            case "notes" when reader.Prefix == "presentation":
                if (Odf.Text(reader).Text is { Length: > 0 } notes)
                {
                    output.Note("Notes", notes);
                }

                return false;
            case "desc" or "title" when reader.Prefix == "svg":
                _text.Figure(Odf.Text(reader).Text);
                return false;
            case "object" or "object-ole":
                output.Lose("object", "An embedded object is not shown.");
                return false;
            default:
                return false;
        }
    }

    private bool Inline(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "a" when !reader.IsEmptyElement:
                _text.BeginLink(Odf.Attribute(reader, "href") ?? string.Empty);
                break;
            case "s" or "tab":
                _text.Append(" ");
                break;
            case "line-break":
                _text.Break();
                break;
            default:
                _lists.Element(reader);
                _tables.Element(reader);
                break;
        }

        return false;
    }

    private void EndElement(string name)
    {
        switch (name)
        {
            case "h" or "p":
                _text.End();
                break;
            case "a":
                _text.EndLink();
                break;
            case "frame":
                _isTitle = false;
                break;
            default:
                _lists.EndElement(name);
                _tables.EndElement(name);
                break;
        }
    }
}
