using System.Xml;

namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>Tables, whose cells say what they cover only after they have begun.</summary>
internal sealed class WordTables(DocumentWriter output)
{
    private readonly Stack<State> _tables = [];

    /// <summary>Takes the beginning of an element.</summary>
    public void Element(XmlReader reader)
    {
        State? table = _tables.TryPeek(out State? top) ? top : null;
        switch (reader.LocalName)
        {
            case "tbl" when !reader.IsEmptyElement:
                output.BeginTable();
                _tables.Push(new State());
                break;
            case "tblLook" when table is not null:
                table.HasHeader = Word.Attribute(reader, "firstRow") is "1" or "true" || (Word.Attribute(reader, "val") is { } flags && HasFirstRow(flags));
                break;
            case "tr" when table is not null && !reader.IsEmptyElement:
                output.BeginRow();
                table.Row++;
                table.IsHeaderRow = table.HasHeader && table.Row == 1;
                break;
            case "tblHeader" when table is not null && Word.IsOn(reader):
                table.IsHeaderRow = true;
                break;
            case "tc" when table is not null && !reader.IsEmptyElement:
                (table.IsPending, table.Columns, table.Continues) = (true, 1, false);
                break;
            case "gridSpan" when table is not null:
                table.Columns = Math.Clamp(Word.Number(reader, "val"), 1, 100);
                break;
            case "vMerge" when table is not null:
                table.Continues = Word.Attribute(reader, "val") is null or "continue";
                break;
        }
    }

    /// <summary>Notes that the content of a cell begins.</summary>
    public void BeginContent()
    {
        if (_tables.TryPeek(out State? table) && table.IsPending)
        {
            table.IsPending = false;
            output.BeginCell(table.IsHeaderRow, table.Columns);
        }
    }

    /// <summary>Takes the end of an element.</summary>
    public void EndElement(string name)
    {
        if (!_tables.TryPeek(out State? table))
        {
            return;
        }

        switch (name)
        {
            case "tc":
                BeginContent();
                output.EndCell();
                if (table.Continues)
                {
                    output.RepeatCellAbove();
                }

                break;
            case "tr":
                output.EndRow();
                break;
            default:
                output.EndTable();
                _tables.Pop();
                break;
        }
    }

    private static bool HasFirstRow(string flags) =>
        int.TryParse(flags, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out int value) && (value & 0x0020) != 0;

    private sealed class State
    {
        public int Row { get; set; }

        public bool HasHeader { get; set; }

        public bool IsHeaderRow { get; set; }

        public bool IsPending { get; set; }

        public int Columns { get; set; } = 1;

        public bool Continues { get; set; }
    }
}
