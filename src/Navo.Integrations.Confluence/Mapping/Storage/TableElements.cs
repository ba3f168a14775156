using System.Globalization;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Tables. A row of Markdown is one line: blocks within a cell are parted by <c>&lt;br&gt;</c>, a table within a cell becomes such lines.</summary>
internal static class TableElements
{
    public static void Table(StorageCursor at)
    {
        at.Writer.Block();
        TableGrid grid = at.Writer.BeginTable();
        Rows(at, grid);
        if (grid.IsCut)
        {
            at.Lose("table:merged-cells", "Merged cells cover so much that some are shown in their first place only.");
        }

        if (at.Writer.Current.Flow == MarkupFlow.Block || grid.Rows == 0)
        {
            at.Writer.Tables++;
        }
        else
        {
            at.Lose("table:nested", "A table within a table is shown as lines, one for each row.");
        }

        at.Writer.EndTable();
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
                    Cells(at, grid);
                    grid.EndRow();
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

    private static void Cells(StorageCursor at, TableGrid grid)
    {
        int depth = at.Reader.Depth;
        while (at.NextChild(depth))
        {
            if (at.Reader.Name is "td" or "th")
            {
                Cell(at, grid);
            }
            else
            {
                StorageElements.Render(at);
            }
        }
    }

    private static void Cell(StorageCursor at, TableGrid grid)
    {
        bool isHeader = at.Reader.Name == "th";
        int columns = Span(at.Attribute("colspan"));
        int rows = Span(at.Attribute("rowspan"));
        (bool link, bool code, int paragraphs) = (at.InLink, at.InCode, at.Paragraphs);
        (at.InLink, at.InCode, at.Paragraphs) = (false, false, 0);
        at.Writer.BeginCell();
        at.Children();
        grid.Add(at.Writer.EndCell(), isHeader, columns, rows);
        (at.InLink, at.InCode, at.Paragraphs) = (link, code, paragraphs);
    }

    private static int Span(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int span) ? Math.Max(span, 1) : 1;
}
