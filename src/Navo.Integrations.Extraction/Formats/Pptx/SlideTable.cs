using System.Globalization;
using System.Xml;

namespace Navo.Integrations.Extraction.Formats.Pptx;

/// <summary>The tables of a slide. They cannot be nested.</summary>
internal sealed class SlideTable(DocumentWriter output)
{
    private bool _isOpen;
    private bool _hasHeader;
    private bool _inCell;
    private int _row;

    /// <summary>Takes the beginning of an element.</summary>
    public void Element(XmlReader reader, SlideParagraph paragraph)
    {
        switch (reader.LocalName)
        {
            case "tbl" when !_isOpen && !reader.IsEmptyElement:
                output.BeginTable();
                (_isOpen, _hasHeader, _row) = (true, false, 0);
                break;
            case "tblPr" when _isOpen:
                _hasHeader = reader.GetAttribute("firstRow") is "1" or "true";
                break;
            case "tr" when _isOpen && !reader.IsEmptyElement:
                output.BeginRow();
                _row++;
                break;
            case "tc" when _isOpen && !_inCell && !reader.IsEmptyElement:
                // A cell that another one covers is there too, empty.
                _inCell = reader.GetAttribute("hMerge") is not ("1" or "true") && reader.GetAttribute("vMerge") is not ("1" or "true");
                if (_inCell)
                {
                    output.BeginCell(_hasHeader && _row == 1, Span(reader, "gridSpan"), Span(reader, "rowSpan"));
                    paragraph.InCell = true;
                }

                break;
        }
    }

    /// <summary>Takes the end of an element.</summary>
    public void EndElement(string name, SlideParagraph paragraph)
    {
        switch (name)
        {
            case "tc" when _inCell:
                output.EndCell();
                _inCell = paragraph.InCell = false;
                break;
            case "tr" when _isOpen:
                output.EndRow();
                break;
            case "tbl" when _isOpen:
                output.EndTable();
                _isOpen = false;
                break;
        }
    }

    private static int Span(XmlReader reader, string name) =>
        int.TryParse(reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out int span) ? Math.Clamp(span, 1, 100) : 1;
}
