using System.Globalization;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Tables. A row of Markdown is one line: blocks within a cell are parted by <c>&lt;br&gt;</c>, a table within a cell becomes such lines.</summary>
internal static class TableElements
{
    public static void Table(StorageCursor at)
    {
        at.Writer.Block();
        var grid = new TableGrid();
        Rows(at, grid);
        if (grid.IsCut)
        {
            at.Lose("table:merged-cells", "Merged cells cover so much that some are shown in their first place only.");
        }

        if (at.Writer.Current.Flow == MarkupFlow.Block || grid.Rows.Count == 0)
        {
            at.Writer.Tables++;
        }
        else
        {
            at.Lose("table:nested", "A table within a table is shown as lines, one for each row.");
        }

        TableMarkup.Write(at.Writer, grid.Rows);
        at.Writer.Block();
    }

    private static void Rows(StorageCursor at, TableGrid grid)
    {
        int depth = at.Reader.Depth;
        while (at.NextChild(depth))
        {
            switch (at.Reader.Name)
            {
                case "thead" or "tbody" or "tfoot":
                    Rows(at, grid);
                    break;
                case "tr":
                    grid.Add(Cells(at));
                    break;
                case "colgroup" or "col":
                    at.Skip();
                    break;
                default:
                    StorageElements.Render(at);
                    break;
            }
        }
    }

    private static List<TableCell> Cells(StorageCursor at)
    {
        List<TableCell> cells = [];
        int depth = at.Reader.Depth;
        while (at.NextChild(depth))
        {
            if (at.Reader.Name is "td" or "th")
            {
                cells.Add(Cell(at));
            }
            else
            {
                StorageElements.Render(at);
            }
        }

        return cells;
    }

    private static TableCell Cell(StorageCursor at)
    {
        bool isHeader = at.Reader.Name == "th";
        int columns = Span(at.Attribute("colspan"));
        int rows = Span(at.Attribute("rowspan"));
        (bool link, bool code, int paragraphs) = (at.InLink, at.InCode, at.Paragraphs);
        (at.InLink, at.InCode, at.Paragraphs) = (false, false, 0);
        at.Writer.BeginCell();
        at.Children();
        (string markdown, string plain) = at.Writer.EndCell();
        (at.InLink, at.InCode, at.Paragraphs) = (link, code, paragraphs);
        return new(markdown, plain, isHeader, columns, rows);
    }

    private static int Span(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int span) ? Math.Max(span, 1) : 1;
}
