namespace Navo.Integrations.Markup;

/// <summary>Writes a laid-out table.</summary>
internal static class TableMarkup
{
    public static void Write(MarkdownWriter writer, TableGrid grid)
    {
        int columns = 0;
        for (int row = 0; row < grid.Rows; row++)
        {
            columns = Math.Max(columns, grid.Row(row).Length);
        }

        if (columns == 0)
        {
            return;
        }

        if (writer.Current.Flow == MarkupFlow.Block)
        {
            Lines(writer, grid, columns);
        }
        else
        {
            Flattened(writer, grid);
        }
    }

    // Markdown demands a header: where the first row is not one, an empty one goes before it.
    private static void Lines(MarkdownWriter writer, TableGrid grid, int columns)
    {
        int first = 0;
        while (grid.Row(first).IsEmpty)
        {
            first++;
        }

        bool hasHeader = IsHeader(grid.Row(first));
        ReadOnlySpan<TableCell> header = hasHeader ? grid.Row(first) : [];
        Row(writer, grid, header, emphasize: false);
        Repeat(writer, "  |", columns - header.Length);
        writer.Tighten();
        writer.Markup("|");
        Repeat(writer, " --- |", columns);
        for (int row = hasHeader ? first + 1 : first; row < grid.Rows; row++)
        {
            if (!grid.Row(row).IsEmpty)
            {
                writer.Tighten();
                Row(writer, grid, grid.Row(row), emphasize: true);
            }
        }
    }

    private static void Flattened(MarkdownWriter writer, TableGrid grid)
    {
        using PooledText line = new(), plain = new();
        for (int row = 0; row < grid.Rows; row++)
        {
            line.Truncate(0);
            plain.Truncate(0);
            ReadOnlySpan<TableCell> cells = grid.Row(row);
            for (int i = 0; i < cells.Length; i++)
            {
                line.Append(i == 0 ? string.Empty : " \\| ");
                Show(line, grid, cells[i], emphasize: true);
                plain.Append(i == 0 ? string.Empty : " ");
                plain.Append(grid.Plain(cells[i]));
            }

            writer.Line();
            if (!line.From(0).IsWhiteSpace())
            {
                writer.Verbatim(line.From(0), plain.From(0));
            }
        }

        writer.Line();
    }

    private static void Row(MarkdownWriter writer, TableGrid grid, ReadOnlySpan<TableCell> cells, bool emphasize)
    {
        writer.Markup("|");
        (PooledText markdown, PooledText plain) = (writer.Current.Markdown, writer.Current.Plain);
        for (int i = 0; i < cells.Length; i++)
        {
            markdown.Append(' ');
            Show(markdown, grid, cells[i], emphasize);
            markdown.Append(" |");
            plain.Append(i == 0 ? string.Empty : "\t");
            plain.Append(grid.Plain(cells[i]));
        }
    }

    private static void Repeat(MarkdownWriter writer, string markup, int count)
    {
        for (int i = 0; i < count; i++)
        {
            writer.Append(markup);
        }
    }

    private static bool IsHeader(ReadOnlySpan<TableCell> row)
    {
        foreach (TableCell cell in row)
        {
            if (!cell.IsHeader)
            {
                return false;
            }
        }

        return true;
    }

    // A heading cell of a later row keeps its weight, unless it has emphasis, code or several lines of its own.
    private static void Show(PooledText to, TableGrid grid, TableCell cell, bool emphasize)
    {
        ReadOnlySpan<char> markdown = grid.Markdown(cell);
        string sign = emphasize && cell.IsHeader && !markdown.IsEmpty && !markdown.ContainsAny("*`<") ? "**" : string.Empty;
        to.Append(sign);
        to.Append(markdown);
        to.Append(sign);
    }
}
