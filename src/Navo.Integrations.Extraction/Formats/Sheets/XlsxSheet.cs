using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Sheets;

/// <summary>Reads the rows of a sheet forward.</summary>
internal sealed class XlsxSheet(SharedStrings strings, XlsxStyles styles, bool is1904, ExtractionMeter meter, DocumentWriter output)
{
    private readonly List<SheetCell> _cells = [];
    private readonly StringBuilder _text = new();
    private int _column;
    private int _row;

    /// <summary>Reads the part; its stream is closed.</summary>
    public void Read(Stream content, OpenXmlPart part)
    {
        SheetTable table = new(output);
        using XmlReader reader = SafeXml.Read(content);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Element(reader, part);
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
            {
                table.Add(_row, _cells);
                _cells.Clear();
                meter.Checkpoint();
            }
        }

        table.Complete();
    }

    private void Element(XmlReader reader, OpenXmlPart part)
    {
        switch (reader.LocalName)
        {
            case "row":
                _row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out int row) && row is > 0 and <= CellReference.MaxRow ? row : Math.Min(_row + 1, CellReference.MaxRow);
                _column = 0;
                break;
            case "c":
                Cell(reader);
                break;
            case "hyperlink":
                Link(reader, part);
                break;
            case "mergeCell":
                output.Lose("sheet:merged-cells", "Merged cells show their value in the first place only.");
                break;
        }
    }

    // Links stand after the rows, so they are listed and not shown within the cells.
    private void Link(XmlReader reader, OpenXmlPart part)
    {
        string cell = reader.GetAttribute("ref") ?? string.Empty;
        string location = reader.GetAttribute("location") is { Length: > 0 } place ? "#" + place : string.Empty;
        string id = reader.GetAttribute("id", reader.LookupNamespace("r") ?? string.Empty) ?? string.Empty;
        string address = part.HyperlinkRelationships.FirstOrDefault(link => link.Id == id)?.Uri.OriginalString ?? string.Empty;
        if (address.Length + location.Length > 0)
        {
            output.NoteLink(cell, address + location);
        }
    }

    private void Cell(XmlReader reader)
    {
        _column = CellReference.TryParse(reader.GetAttribute("r"), out int column, out _) ? column : _column + 1;
        string type = reader.GetAttribute("t") ?? "n";
        int style = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out int s) ? s : 0;
        (string? value, bool hasFormula) = Value(reader);
        if (value is null)
        {
            if (hasFormula)
            {
                output.Lose("sheet:formula", "A formula without a kept result is not shown.");
            }

            return;
        }

        SheetCell cell = Shown(type, style, value);
        if (!cell.Text.IsEmpty)
        {
            _cells.Add(cell);
        }
    }

    private SheetCell Shown(string type, int style, string value) => type switch
    {
        "s" => new(_column, int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? strings[index] : ReadOnlyMemory<char>.Empty, IsText: true),
        "str" or "inlineStr" => new(_column, value.AsMemory(), IsText: true),
        "b" => new(_column, (value == "1" ? "TRUE" : "FALSE").AsMemory(), IsText: false),
        "e" => new(_column, value.AsMemory(), IsText: false),
        "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime date) => new(_column, CellText.Of(date).AsMemory(), IsText: false),
        _ => new(_column, Number(value, style).AsMemory(), IsText: false),
    };

    private string Number(string value, int style) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? CellText.Of(number, styles.FormatOf(style), is1904) : value;

    /// <summary>The value of the cell on which the reader stands, which is left at its end.</summary>
    private (string? Value, bool HasFormula) Value(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return (null, false);
        }

        int depth = reader.Depth;
        string? value = null;
        bool hasFormula = false;
        string inside = string.Empty;
        while (reader.Read() && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "is":
                    _text.Clear();
                    RichText.Append(reader, _text);
                    value = _text.ToString();
                    break;
                case XmlNodeType.Element:
                    inside = reader.IsEmptyElement ? string.Empty : reader.LocalName;
                    hasFormula |= reader.LocalName == "f";
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when inside == "v":
                    value += reader.Value;
                    break;
                case XmlNodeType.EndElement:
                    inside = string.Empty;
                    break;
            }
        }

        return (value, hasFormula);
    }
}
