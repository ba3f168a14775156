using System.Xml;

namespace Navo.Integrations.Extraction.Formats.OpenDocument;

/// <summary>The tables of a text or slide.</summary>
internal sealed class OdfTables(DocumentWriter output)
{
    private readonly Stack<State> _open = [];

    /// <summary>Takes the beginning of an element.</summary>
    public void Element(XmlReader reader)
    {
        State? table = _open.TryPeek(out State? top) ? top : null;
        switch (reader.LocalName)
        {
            case "table" when reader.Prefix == "table" && !reader.IsEmptyElement:
                BeginContent();
                output.BeginTable();
                _open.Push(new State());
                break;
            case "table-header-rows" when table is not null:
                table.IsHeader = true;
                break;
            case "table-row" when table is not null && !reader.IsEmptyElement:
                output.BeginRow();
                break;
            case "table-cell" when table is not null:
                table.Pending = (Odf.Count(reader, "number-columns-spanned"), Odf.Count(reader, "number-rows-spanned"));
                if (reader.IsEmptyElement)
                {
                    EndElement("table-cell");
                }

                break;
        }
    }

    /// <summary>Notes that the content of a cell begins.</summary>
    public void BeginContent()
    {
        if (_open.TryPeek(out State? table) && table.Pending is { } spans)
        {
            table.Pending = null;
            output.BeginCell(table.IsHeader, spans.Columns, spans.Rows);
        }
    }

    /// <summary>Takes the end of an element.</summary>
    public void EndElement(string name)
    {
        if (!_open.TryPeek(out State? table))
        {
            return;
        }

        switch (name)
        {
            case "table-cell":
                BeginContent();
                output.EndCell();
                break;
            case "table-row":
                output.EndRow();
                break;
            case "table-header-rows":
                table.IsHeader = false;
                break;
            case "table":
                output.EndTable();
                _open.Pop();
                break;
        }
    }

    private sealed class State
    {
        public bool IsHeader { get; set; }

        /// <summary>What the cell that was begun covers, as long as it has no content.</summary>
        public (int Columns, int Rows)? Pending { get; set; }
    }
}
