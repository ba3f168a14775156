namespace Navo.Integrations.Markup;

/// <summary>Writes a laid-out table.</summary>
internal static class TableMarkup
{
    public static void Write(MarkdownWriter writer, List<List<TableCell>> rows)
    {
        rows.RemoveAll(row => row.Count == 0);
        if (rows.Count == 0)
        {
            return;
        }

        if (writer.Current.Flow == MarkupFlow.Block)
        {
            Lines(writer, rows);
        }
        else
        {
            Flattened(writer, rows);
        }
    }

    // Markdown demands a header: where the first row is not one, an empty one goes before it.
    private static void Lines(MarkdownWriter writer, List<List<TableCell>> rows)
    {
        int columns = rows.Max(row => row.Count);
        bool hasHeader = rows[0].TrueForAll(cell => cell.IsHeader);
        List<TableCell> header = hasHeader ? rows[0] : [];
        IEnumerable<TableCell> padded = header.Concat(Enumerable.Repeat(TableCell.Blank, columns - header.Count));
        Row(writer, padded, header, emphasize: false);
        writer.Tighten();
        writer.Markup("|" + string.Concat(Enumerable.Repeat(" --- |", columns)));
        foreach (List<TableCell> row in rows.Skip(hasHeader ? 1 : 0))
        {
            writer.Tighten();
            Row(writer, row, row, emphasize: true);
        }
    }

    private static void Flattened(MarkdownWriter writer, List<List<TableCell>> rows)
    {
        foreach (List<TableCell> row in rows)
        {
            string line = string.Join(" \\| ", row.Select(cell => Shown(cell, emphasize: true)));
            writer.Line();
            if (!string.IsNullOrWhiteSpace(line))
            {
                writer.Verbatim(line, string.Join(' ', row.Select(cell => cell.Plain)));
            }
        }

        writer.Line();
    }

    private static void Row(MarkdownWriter writer, IEnumerable<TableCell> cells, List<TableCell> told, bool emphasize)
    {
        using PooledText markdown = new(), plain = new();
        foreach (TableCell cell in cells)
        {
            markdown.Append("| ");
            markdown.Append(Shown(cell, emphasize));
            markdown.Append(' ');
        }

        markdown.Append('|');
        foreach (TableCell cell in told)
        {
            plain.Append(cell.Plain);
            plain.Append('\t');
        }

        writer.Verbatim(markdown.From(0), plain.From(0)[..Math.Max(0, plain.Length - 1)]);
    }

    // A heading cell of a later row keeps its weight, unless it has emphasis, code or several lines of its own.
    private static string Shown(TableCell cell, bool emphasize) =>
        emphasize && cell.IsHeader && cell.Markdown.Length > 0 && !cell.Markdown.AsSpan().ContainsAny("*`<") ? $"**{cell.Markdown}**" : cell.Markdown;
}
