namespace Navo.Integrations.Markup;

/// <summary>A cell of a table with the columns and rows that it covers. Its <see cref="TableGrid"/> keeps its text, the plain one behind the Markdown.</summary>
internal readonly record struct TableCell(int Start, int MarkdownLength, int PlainLength, bool IsHeader, int ColumnSpan, int RowSpan)
{
    public static TableCell Blank => new(0, 0, 0, false, 1, 1);

    /// <summary>The cell as it shows again where it covers another column or row; the plain text says it once.</summary>
    public TableCell Repeated => this with { PlainLength = 0 };
}
