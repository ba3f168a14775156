namespace Navo.Integrations.Extraction.Internal;

/// <summary>A table that is being written.</summary>
internal sealed class OpenTable
{
    public TableGrid Grid { get; } = new();

    /// <summary>The cells of the row that is being written.</summary>
    public List<TableCell>? Cells { get; set; }

    /// <summary>The cell that is being written.</summary>
    public (bool IsHeader, int Columns, int Rows)? Cell { get; set; }
}
