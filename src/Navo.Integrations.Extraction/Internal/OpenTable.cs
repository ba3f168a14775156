namespace Navo.Integrations.Extraction.Internal;

/// <summary>A table that is being written.</summary>
internal sealed class OpenTable(TableGrid grid)
{
    public TableGrid Grid { get; } = grid;

    /// <summary>The cell that is being written.</summary>
    public (bool IsHeader, int Columns, int Rows)? Cell { get; set; }
}
