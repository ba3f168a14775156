namespace Navo.Integrations.Markup;

internal sealed partial class MarkdownWriter
{
    private readonly Stack<MarkupBuffer> _outer = [];
    private readonly Stack<MarkupBuffer> _spare = [];
    private readonly List<TableGrid> _grids = [];
    private int _openTables;

    /// <summary>Whether the writer stands in the cell of a table.</summary>
    public bool IsInCell => _outer.Count > 0;

    /// <summary>Begins a table.</summary>
    public TableGrid BeginTable()
    {
        if (_openTables == _grids.Count)
        {
            _grids.Add(new TableGrid());
        }

        TableGrid grid = _grids[_openTables++];
        grid.Reset();
        return grid;
    }

    /// <summary>Writes the table that was begun last.</summary>
    public void EndTable() => TableMarkup.Write(this, _grids[--_openTables]);

    /// <summary>Turns to the cell of a table.</summary>
    public void BeginCell()
    {
        _outer.Push(Current);
        Current = _spare.TryPop(out MarkupBuffer? spare) ? spare : new(MarkupFlow.Cell);
        Current.Reset(MarkupFlow.Cell);
    }

    /// <summary>Turns back from it.</summary>
    /// <returns>Its text, until the next cell begins.</returns>
    public MarkupBuffer EndCell()
    {
        MarkupBuffer cell = Current;
        _spare.Push(cell);
        Current = _outer.Pop();
        return cell;
    }
}
