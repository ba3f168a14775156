using Navo.Integrations.Abstractions;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction;

public sealed partial class DocumentWriter
{
    private readonly Stack<OpenTable> _tables = [];

    /// <summary>Writes a table.</summary>
    /// <param name="rows">Its rows of cells; they may differ in length.</param>
    /// <param name="hasHeader">Whether the first row is a heading.</param>
    public void Table(IReadOnlyList<IReadOnlyList<string>> rows, bool hasHeader = true)
    {
        ArgumentNullException.ThrowIfNull(rows);
        BeginTable();
        for (int i = 0; i < rows.Count; i++)
        {
            BeginRow();
            foreach (string cell in rows[i])
            {
                BeginCell(hasHeader && i == 0);
                Lines(cell);
                EndCell();
            }

            EndRow();
        }

        EndTable();
    }

    internal void BeginTable()
    {
        Begin(ExtractedBlockKind.Table);
        _tables.Push(new OpenTable());
    }

    internal void BeginRow() => _tables.Peek().Cells = [];

    internal void BeginCell(bool isHeader = false, int columns = 1, int rows = 1)
    {
        _meter.Cells(1);
        _tables.Peek().Cell = (isHeader, columns, rows);
        _marks.Push(_openMarks);
        _text.BeginCell();
    }

    internal void EndCell()
    {
        CloseMarks();
        _marks.Pop();
        OpenTable table = _tables.Peek();
        (bool isHeader, int columns, int rows) = table.Cell!.Value;
        table.Cell = null;
        (string markdown, string plain) = _text.EndCell();
        (table.Cells ??= []).Add(new TableCell(markdown, plain, isHeader, columns, rows));
    }

    /// <summary>Shows in the cell that ended last what the cell above it shows, which covers it.</summary>
    internal void RepeatCellAbove()
    {
        OpenTable table = _tables.Peek();
        if (table.Cells is not { Count: > 0 } cells || table.Grid.Rows.Count == 0)
        {
            return;
        }

        int column = cells.Take(cells.Count - 1).Sum(cell => cell.ColumnSpan);
        if (column < table.Grid.Rows[^1].Count)
        {
            cells[^1] = table.Grid.Rows[^1][column].Repeated with { ColumnSpan = cells[^1].ColumnSpan, RowSpan = 1 };
        }
    }

    internal void EndRow()
    {
        OpenTable table = _tables.Peek();
        if (table.Cells is { Count: > 0 } cells)
        {
            table.Grid.Add(cells);
        }

        table.Cells = null;
    }

    internal void EndTable(string? cellRange = null)
    {
        OpenTable table = _tables.Pop();
        if (table.Grid.IsCut)
        {
            Lose("table:merged-cells", "Merged cells cover so much that some are shown in their first place only.");
        }

        if (_text.IsInCell && table.Grid.Rows.Count > 0)
        {
            Lose("table:nested", "A table within a table is shown as lines, one for each row.");
        }

        TableMarkup.Write(_text, table.Grid.Rows);
        End(cellRange);
    }

    private void CloseTables()
    {
        while (_tables.TryPeek(out OpenTable? table))
        {
            while (_open.Peek().Kind != ExtractedBlockKind.Table)
            {
                End();
            }

            if (table.Cell is not null)
            {
                EndCell();
            }

            EndRow();
            EndTable();
        }
    }
}
