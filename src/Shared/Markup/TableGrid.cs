using System.Runtime.InteropServices;

namespace Navo.Integrations.Markup;

/// <summary>Lays cells out in columns. A merged cell is repeated in each place that it covers, so that every row can be read on its own.</summary>
internal sealed class TableGrid : IDisposable
{
    private const int MaxSpan = 100;
    private const int MaxRepeatedCharacters = 200_000;
    private const int MaxRepeatedCells = 20_000;

    private readonly PooledText _text = new();
    private readonly List<(TableCell Cell, int Rows)> _above = [];
    private readonly List<TableCell> _cells = [];
    private readonly List<int> _ends = [];
    private int _characters;
    private int _repeated;

    /// <summary>The cells of the row that is being written, not laid out yet.</summary>
    public List<TableCell> OpenCells { get; } = [];

    /// <summary>How many rows are laid out.</summary>
    public int Rows => _ends.Count;

    /// <summary>Whether merged cells were so many or so long that some are shown once only.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The cells of a row.</summary>
    public ReadOnlySpan<TableCell> Row(int row) => CollectionsMarshal.AsSpan(_cells)[StartOf(row).._ends[row]];

    public ReadOnlySpan<char> Markdown(TableCell cell) => _text.From(cell.Start)[..cell.MarkdownLength];

    public ReadOnlySpan<char> Plain(TableCell cell) => _text.From(cell.Start + cell.MarkdownLength)[..cell.PlainLength];

    /// <summary>Adds a cell to the row that is being written.</summary>
    public void Add(MarkupBuffer text, bool isHeader, int columns, int rows)
    {
        OpenCells.Add(new TableCell(_text.Length, text.Markdown.Length, text.Plain.Length, isHeader, columns, rows));
        _text.Append(text.Markdown.From(0));
        _text.Append(text.Plain.From(0));
    }

    /// <summary>Lays the row out.</summary>
    public void EndRow()
    {
        int start = StartOf(Rows);
        foreach (TableCell cell in OpenCells)
        {
            TakeFromAbove(start, throughEnd: false);
            int span = Math.Clamp(cell.ColumnSpan, 1, MaxSpan);
            for (int i = 0; i < span && (i == 0 || Affordable(cell)); i++)
            {
                Cover(_cells.Count - start, cell);
                _cells.Add(i == 0 ? cell : cell.Repeated);
            }
        }

        TakeFromAbove(start, throughEnd: true);
        _ends.Add(_cells.Count);
        OpenCells.Clear();
    }

    /// <summary>Begins anew, on the same arrays.</summary>
    public void Reset()
    {
        _text.Truncate(0);
        _above.Clear();
        _cells.Clear();
        _ends.Clear();
        OpenCells.Clear();
        _characters = _repeated = 0;
        IsCut = false;
    }

    public void Dispose() => _text.Dispose();

    private int StartOf(int row) => row == 0 ? 0 : _ends[row - 1];

    private void Cover(int column, TableCell cell)
    {
        while (_above.Count <= column)
        {
            _above.Add((TableCell.Blank, 0));
        }

        _above[column] = (cell, Math.Max(cell.RowSpan, 1) - 1);
    }

    private void TakeFromAbove(int start, bool throughEnd)
    {
        for (int at = _cells.Count - start; !IsCut && at < _above.Count && (_above[at].Rows > 0 || (throughEnd && _above.FindIndex(at, cell => cell.Rows > 0) >= 0)); at++)
        {
            (TableCell cell, int rows) = _above[at];
            _above[at] = (cell, Math.Max(rows - 1, 0));
            _cells.Add(rows > 0 && Affordable(cell) ? cell.Repeated : TableCell.Blank);
        }
    }

    private bool Affordable(TableCell cell)
    {
        _characters += cell.MarkdownLength;
        _repeated++;
        bool affordable = _characters <= MaxRepeatedCharacters && _repeated <= MaxRepeatedCells;
        IsCut |= !affordable;
        return affordable;
    }
}
