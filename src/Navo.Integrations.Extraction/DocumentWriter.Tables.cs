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
        _tables.Push(new OpenTable(_text.BeginTable()));
    }

    internal void BeginRow() => _tables.Peek().Grid.OpenCells.Clear();

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
        table.Grid.Add(_text.EndCell(), isHeader, columns, rows);
    }

    /// <summary>Shows in the cell that ended last what the cell above it shows, which covers it.</summary>
    internal void RepeatCellAbove()
    {
        TableGrid grid = _tables.Peek().Grid;
        List<TableCell> cells = grid.OpenCells;
        if (cells.Count == 0 || grid.Rows == 0)
        {
            return;
        }

        int column = cells.Take(cells.Count - 1).Sum(cell => cell.ColumnSpan);
        ReadOnlySpan<TableCell> above = grid.Row(grid.Rows - 1);
        if (column < above.Length)
        {
            cells[^1] = above[column].Repeated with { ColumnSpan = cells[^1].ColumnSpan, RowSpan = 1 };
        }
    }

    internal void EndRow()
    {
        TableGrid grid = _tables.Peek().Grid;
        if (grid.OpenCells.Count > 0)
        {
            grid.EndRow();
        }
    }

    internal void EndTable(string? cellRange = null)
    {
        OpenTable table = _tables.Pop();
        if (table.Grid.IsCut)
        {
            Lose("table:merged-cells", "Merged cells cover so much that some are shown in their first place only.");
        }

        if (_text.IsInCell && table.Grid.Rows > 0)
        {
            Lose("table:nested", "A table within a table is shown as lines, one for each row.");
        }

        _text.EndTable();
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
