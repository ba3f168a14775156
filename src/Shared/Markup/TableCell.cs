namespace Navo.Integrations.Markup;

/// <summary>A cell of a table with the columns and rows that it covers.</summary>
internal sealed record TableCell(string Markdown, string Plain, bool IsHeader, int ColumnSpan, int RowSpan)
{
    public static readonly TableCell Blank = new(string.Empty, string.Empty, false, 1, 1);

    /// <summary>The cell as it shows again where it covers another column or row; the plain text says it once.</summary>
    public TableCell Repeated => this with { Plain = string.Empty };
}
