namespace Navo.Integrations.SharePoint;

/// <summary>The value of a column, rendered for people.</summary>
/// <param name="Name">The column's internal name, which never changes.</param>
/// <param name="Title">The column's name for people.</param>
/// <param name="Kind">The column's type.</param>
/// <param name="Texts">The value: one text, or several where the column holds several; never empty.</param>
public sealed record ColumnValue(string Name, string Title, ColumnKind Kind, IReadOnlyList<string> Texts)
{
    /// <summary>The value as one text.</summary>
    /// <returns>The texts, joined by semicolons.</returns>
    public override string ToString() => string.Join("; ", Texts);
}
