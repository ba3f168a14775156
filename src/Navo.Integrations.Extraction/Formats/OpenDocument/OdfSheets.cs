using System.Globalization;
using System.Text;
using System.Xml;
using Navo.Integrations.Extraction.Formats.Sheets;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.OpenDocument;

/// <summary>Reads the sheets of a workbook row by row.</summary>
internal sealed class OdfSheets(ExtractionMeter meter, DocumentWriter output)
{
    private const int MaxRepeated = 1000;

    private readonly List<SheetCell> _cells = [];
    private readonly List<(string Label, string Text)> _comments = [];
    private SheetTable? _table;
    private int _row;
    private int _column;
    private int _sheets;

    /// <summary>Reads to the end.</summary>
    public void Read(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Element(reader);
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "table" })
            {
                End();
            }
        }

        output.Properties = output.Properties with { PageCount = _sheets };
    }

    private void Element(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "table" when reader.Prefix == "table" && !reader.IsEmptyElement:
                string name = Odf.Attribute(reader, "name") ?? "Sheet";
                output.BeginSheet(name);
                output.Heading(2, name);
                (_table, _row) = (new SheetTable(output), 0);
                _sheets++;
                break;
            case "table-row" when _table is not null:
                Row(reader);
                break;
        }
    }

    private void Row(XmlReader reader)
    {
        int repeated = Odf.Count(reader, "number-rows-repeated");
        int depth = reader.Depth;
        _column = 0;
        while (!reader.IsEmptyElement && reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "table-cell" or "covered-table-cell" })
            {
                Cell(reader);
            }
        }

        meter.Checkpoint();
        for (int i = 0; i < (_cells.Count > 0 ? Math.Min(repeated, MaxRepeated) : 0); i++)
        {
            _table!.Add(_row + i + 1, _cells);
        }

        if (_cells.Count > 0 && repeated > MaxRepeated)
        {
            output.Lose("sheet:repeated", "A row that is repeated more than 1,000 times is shown as often as that.");
        }

        _row = (int)Math.Min((long)_row + repeated, CellReference.MaxRow);
        _cells.Clear();
    }

    private void Cell(XmlReader reader)
    {
        int repeated = Odf.Count(reader, "number-columns-repeated");
        string type = Odf.Attribute(reader, "value-type") ?? string.Empty;
        string? date = Odf.Attribute(reader, "date-value");
        string shown = Content(reader);
        string text = DateTime.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime value) ? CellText.Of(value) : shown;
        for (int i = 0; text.Length > 0 && i < Math.Min(repeated, MaxRepeated); i++)
        {
            _cells.Add(new SheetCell(_column + i + 1, text.AsMemory(), type is "string" or ""));
        }

        if (text.Length > 0 && repeated > MaxRepeated)
        {
            output.Lose("sheet:repeated", "A cell that is repeated more than 1,000 times is shown as often as that.");
        }

        _column = (int)Math.Min((long)_column + repeated, CellReference.MaxRow);
    }

    private string Content(XmlReader reader)
    {
        StringBuilder text = new();
        int depth = reader.Depth;
        while (!reader.IsEmptyElement && reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "annotation" })
            {
                (string note, string creator) = Odf.Text(reader);
                string cell = CellReference.Range(_column + 1, _row + 1, _column + 1, _row + 1);
                _comments.Add((creator.Length > 0 ? $"Comment by {creator} on {cell}" : $"Comment on {cell}", note));
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "p" })
            {
                _ = text.Length > 0 ? text.Append('\n') : text;
                text.Append(Odf.Text(reader).Text);
            }
        }

        return text.ToString();
    }

    private void End()
    {
        _table?.Complete();
        _table = null;
        foreach ((string label, string text) in _comments)
        {
            output.Note(label, text);
        }

        _comments.Clear();
    }
}
