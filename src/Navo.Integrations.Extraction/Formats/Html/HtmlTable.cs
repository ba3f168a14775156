using System.Globalization;
using AngleSharp.Dom;

namespace Navo.Integrations.Extraction.Formats.Html;

/// <summary>Writes a table; one that only lays a page out is its text.</summary>
internal static class HtmlTable
{
    public static void Write(HtmlWriter at, IElement table)
    {
        IElement[][] rows = [.. Rows(table).Select(Cells).Where(cells => cells.Length > 0)];
        if (table.GetAttribute("role") is "presentation" or "none" || rows.All(cells => cells.Length == 1))
        {
            at.Children(table);
            at.EndParagraph();
            return;
        }

        Caption(at, table);
        at.Output.BeginTable();
        foreach (IElement[] cells in rows)
        {
            at.Output.BeginRow();
            foreach (IElement cell in cells)
            {
                at.Cell(cell, cell.LocalName == "th" || cell.ParentElement?.ParentElement?.LocalName == "thead", Span(cell, "colspan"), Span(cell, "rowspan"));
            }

            at.Output.EndRow();
        }

        at.Output.EndTable();
    }

    private static void Caption(HtmlWriter at, IElement table)
    {
        if (table.Children.FirstOrDefault(child => child.LocalName == "caption") is { } caption)
        {
            HtmlElements.Write(at, caption);
        }
    }

    private static IEnumerable<IElement> Rows(IElement table) => table.Children.SelectMany(child => child.LocalName switch
    {
        "tr" => [child],
        "thead" or "tbody" or "tfoot" => child.Children.Where(row => row.LocalName == "tr"),
        _ => Array.Empty<IElement>(),
    }).Where(row => !MainText.IsLeftOut(row));

    private static IElement[] Cells(IElement row) => [.. row.Children.Where(cell => cell.LocalName is "td" or "th" && !MainText.IsLeftOut(cell))];

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out int span) ? Math.Clamp(span, 1, 1000) : 1;
}
