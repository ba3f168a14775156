namespace Navo.Integrations.Markup;

/// <summary>Lays cells out in columns. A merged cell is repeated in each place that it covers, so that every row can be read on its own.</summary>
internal sealed class TableGrid
{
    private const int MaxSpan = 100;
    private const int MaxRepeatedCharacters = 200_000;
    private const int MaxRepeatedCells = 20_000;

    private readonly List<(TableCell Cell, int Rows)> _above = [];
    private int _characters;
    private int _cells;

    public List<List<TableCell>> Rows { get; } = [];

    /// <summary>Whether merged cells were so many or so long that some are shown once only.</summary>
    public bool IsCut { get; private set; }

    public void Add(IEnumerable<TableCell> cells)
    {
        List<TableCell> row = [];
        foreach (TableCell cell in cells)
        {
            TakeFromAbove(row, throughEnd: false);
            int span = Math.Clamp(cell.ColumnSpan, 1, MaxSpan);
            for (int i = 0; i < span && (i == 0 || Affordable(cell)); i++)
            {
                Cover(row.Count, cell);
                row.Add(i == 0 ? cell : cell.Repeated);
            }
        }

        TakeFromAbove(row, throughEnd: true);
        Rows.Add(row);
    }

    private void Cover(int column, TableCell cell)
    {
        while (_above.Count <= column)
        {
            _above.Add((TableCell.Blank, 0));
        }

        _above[column] = (cell, Math.Max(cell.RowSpan, 1) - 1);
    }

    private void TakeFromAbove(List<TableCell> row, bool throughEnd)
    {
        while (!IsCut && row.Count < _above.Count && (_above[row.Count].Rows > 0 || (throughEnd && _above.FindIndex(row.Count, cell => cell.Rows > 0) >= 0)))
        {
            (TableCell cell, int rows) = _above[row.Count];
            _above[row.Count] = (cell, Math.Max(rows - 1, 0));
            row.Add(rows > 0 && Affordable(cell) ? cell.Repeated : TableCell.Blank);
        }
    }

    private bool Affordable(TableCell cell)
    {
        _characters += cell.Markdown.Length;
        _cells++;
        bool affordable = _characters <= MaxRepeatedCharacters && _cells <= MaxRepeatedCells;
        IsCut |= !affordable;
        return affordable;
    }
}
