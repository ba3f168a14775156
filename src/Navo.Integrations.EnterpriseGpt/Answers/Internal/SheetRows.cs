using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Which rows of which sheet a stretch of an item's text is. Only what follows from the cells that extraction names: where rows were left out, it is the whole range.</summary>
internal sealed class SheetRows(KnowledgeContent content)
{
    /// <summary>For example <c>Budget!A5:C5</c>, over several rows <c>Budget!A5:C9</c>; null where a stretch lies outside of cells, or in several tables.</summary>
    public string? Of(IReadOnlyCollection<TextSpan> stretches)
    {
        ContentCells[] tables = [.. stretches.Select(TableOf).OfType<ContentCells>().Distinct()];
        return tables.Length == 1 && stretches.All(stretch => TableOf(stretch) is not null)
            ? Address(tables[0], stretches.Min(static s => s.Start), stretches.Max(static s => s.End))
            : null;
    }

    private ContentCells? TableOf(TextSpan stretch) =>
        content.Cells.FirstOrDefault(cells => stretch.Start >= cells.Start && stretch.End <= cells.Start + cells.Length);

    private string Address(ContentCells table, int start, int end)
    {
        string sheet = table.Sheet is null ? string.Empty : $"{table.Sheet}!";
        List<TextSpan> rows = Rows(table);
        int first = rows.FindIndex(row => start < row.End);
        int last = rows.FindLastIndex(row => end > row.Start);
        return Corners(table.Range) is var (left, top, right, bottom) && rows.Count == bottom - top + 1 && first >= 0 && last >= first
            ? string.Create(CultureInfo.InvariantCulture, $"{sheet}{Range(left, top + first, right, top + last)}")
            : $"{sheet}{table.Range}";
    }

    /// <summary>The lines of a table that are rows of the sheet: not the line below the header, and not a header that was made up because the sheet has none.</summary>
    private List<TextSpan> Rows(ContentCells table)
    {
        List<TextSpan> lines = [];
        int end = table.Start + table.Length;
        for (int start = table.Start; start < end;)
        {
            int next = content.Markdown.IndexOf('\n', start, end - start) is var at and >= 0 ? at : end;
            lines.Add(new(start, next - start));
            start = next + 1;
        }

        if (lines.Count > 1 && IsMadeOf(lines[1], "|- "))
        {
            lines.RemoveAt(1);
            lines.RemoveRange(0, IsMadeOf(lines[0], "| ") ? 1 : 0);
        }

        return lines;
    }

    private bool IsMadeOf(TextSpan line, string signs) => content.Markdown.AsSpan(line.Start, line.Length).IndexOfAnyExcept(signs) < 0;

    private static (string Left, int Top, string Right, int Bottom)? Corners(string range)
    {
        string[] ends = range.Split(':');
        return Corner(ends[0]) is var (left, top) && Corner(ends[^1]) is var (right, bottom) ? (left, top, right, bottom) : null;
    }

    private static (string Column, int Row)? Corner(string cell)
    {
        int digits = cell.AsSpan().IndexOfAnyInRange('0', '9');
        return digits > 0 && int.TryParse(cell.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out int row) ? (cell[..digits], row) : null;
    }

    private static string Range(string left, int top, string right, int bottom) => string.Create(
        CultureInfo.InvariantCulture,
        $"{left}{top}{(left == right && top == bottom ? string.Empty : string.Create(CultureInfo.InvariantCulture, $":{right}{bottom}"))}");
}
