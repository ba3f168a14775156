using System.Globalization;

namespace Navo.Integrations.Confluence.Mapping.Adf;

/// <summary>Headings, panels, code, lists and tasks.</summary>
internal static class AdfBlocks
{
    public static void Heading(AdfRewriter to, AdfNode node)
    {
        int level = Math.Clamp(Number(node["level"]), 1, 6);
        to.Element(node, string.Create(CultureInfo.InvariantCulture, $"h{level}"));
    }

    public static void OrderedList(AdfRewriter to, AdfNode node) => to.Element(node, "ol", ("start", node["order"]));

    public static void Code(AdfRewriter to, AdfNode node)
    {
        to.Storage.Open("ac:structured-macro", ("ac:name", "code"));
        AdfExtensions.Parameter(to, "language", node["language"]);
        to.Storage.Open("ac:plain-text-body");
        foreach (AdfNode text in node.Children)
        {
            to.Storage.Text(text.Text);
        }

        to.Storage.Close().Close();
    }

    /// <summary>A panel. The names differ between the formats: a warning here is what the storage format calls a note.</summary>
    public static void Panel(AdfRewriter to, AdfNode node) => AdfExtensions.Bodied(to, node, node["panelType"] switch
    {
        "info" or "note" => "info",
        "tip" or "success" => "tip",
        "warning" => "note",
        "error" => "warning",
        _ => "panel",
    });

    public static void Expand(AdfRewriter to, AdfNode node) => AdfExtensions.Bodied(to, node, "expand", ("title", node["title"]));

    public static void Table(AdfRewriter to, AdfNode node) => to.Element(node, "table");

    public static void Cell(AdfRewriter to, AdfNode node) =>
        to.Element(node, node.Type == "tableHeader" ? "th" : "td", ("colspan", node["colspan"]), ("rowspan", node["rowspan"]));

    /// <summary>A list of tasks. A list that follows a task belongs beneath it.</summary>
    public static void TaskList(AdfRewriter to, AdfNode node)
    {
        to.Storage.Open("ac:task-list");
        int list = to.Storage.Depth;
        foreach (AdfNode child in node.Children)
        {
            bool isTask = child.Type is "taskItem" or "blockTaskItem";
            if (isTask || to.Storage.Depth == list)
            {
                CloseTask(to, list);
                to.Storage.Open("ac:task").Open("ac:task-status").Text(child["state"] == "DONE" ? "complete" : "incomplete").Close().Open("ac:task-body");
            }

            if (isTask)
            {
                to.Children(child);
            }
            else
            {
                to.Node(child);
            }
        }

        CloseTask(to, list);
        to.Storage.Close();
    }

    private static void CloseTask(AdfRewriter to, int list)
    {
        while (to.Storage.Depth > list)
        {
            to.Storage.Close();
        }
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 1;
}
