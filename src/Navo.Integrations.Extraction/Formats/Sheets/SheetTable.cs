namespace Navo.Integrations.Extraction.Formats.Sheets;

/// <summary>
/// Writes the rows of a sheet as they come. The first of them decide which columns there are; empty columns are left out, two empty rows
/// end a table, and a row that does not fit begins another, so that one cell far away costs one cell.
/// </summary>
internal sealed class SheetTable(DocumentWriter output, bool firstRowIsHeader = false)
{
    private const int Lookahead = 100;
    private const int RowsOfBlock = 100;

    private readonly List<(int Row, SheetCell[] Cells)> _waiting = [];
    private readonly SortedSet<int> _columns = [];
    private ReadOnlyMemory<char>[] _row = [];
    private Dictionary<int, int> _places = [];
    private int _last;
    private int _top;
    private int _written;

    /// <summary>Takes the next row with content.</summary>
    public void Add(int row, IReadOnlyList<SheetCell> cells)
    {
        SheetCell[] filled = [.. cells.Where(cell => !cell.Text.Span.IsWhiteSpace())];
        if (filled.Length == 0)
        {
            return;
        }

        if (_last > 0 && (row <= _last || row > _last + 2))
        {
            Complete();
        }

        if (_written > 0 && !filled.All(cell => _places.ContainsKey(cell.Column)))
        {
            Complete();
        }

        _last = row;
        if (_written > 0)
        {
            Write(row, filled);
            return;
        }

        _waiting.Add((row, filled));
        _columns.UnionWith(filled.Select(cell => cell.Column));
        if (_waiting.Count >= Lookahead)
        {
            Begin();
        }
    }

    /// <summary>Ends the table.</summary>
    public void Complete()
    {
        if (_waiting.Count > 0)
        {
            Begin();
        }

        if (_written > 0)
        {
            output.EndRows(Range(_last));
        }

        _columns.Clear();
        (_last, _written) = (0, 0);
    }

    private void Begin()
    {
        _places = _columns.Select((column, place) => (column, place)).ToDictionary(each => each.column, each => each.place);
        _row = new ReadOnlyMemory<char>[_columns.Count];
        (int first, SheetCell[] cells) = _waiting[0];
        bool hasHeader = firstRowIsHeader || (_waiting.Count > 1 && Array.TrueForAll(cells, cell => cell.IsText));
        _top = first;
        output.BeginRows(Fill(hasHeader ? cells : []));
        _written = 1;
        foreach ((int row, SheetCell[] waiting) in hasHeader ? _waiting.Skip(1) : _waiting)
        {
            Write(row, waiting);
        }

        _waiting.Clear();
    }

    private void Write(int row, SheetCell[] cells)
    {
        if (_written % RowsOfBlock == 0)
        {
            output.ContinueRows(Range(row - 1));
            _top = row;
        }

        output.Row(Fill(cells));
        _written++;
    }

    private ReadOnlySpan<ReadOnlyMemory<char>> Fill(SheetCell[] cells)
    {
        _row.AsSpan().Clear();
        foreach (SheetCell cell in cells)
        {
            _row[_places[cell.Column]] = cell.Text;
        }

        return _row;
    }

    private string Range(int bottom) => CellReference.Range(_columns.Min, _top, _columns.Max, bottom);
}
