using System.Globalization;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Lists and task lists.</summary>
internal static class ListElements
{
    public static void List(StorageCursor at, bool ordered)
    {
        int number = ordered && int.TryParse(at.Attribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out int start) ? Math.Min(start, 999_999) : 1;
        Within(at, first => Item(at, ordered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ", first), "li");
    }

    public static void TaskList(StorageCursor at) => Within(at, first => Task(at, first), "ac:task");

    /// <summary>An item; one that is not the first follows the one before without a blank line.</summary>
    public static void Item(StorageCursor at, string sign, bool first = false)
    {
        Follow(at, first);
        at.Writer.Indent(sign, new string(' ', sign.Length));
        at.Children();
        at.Writer.Outdent(keepEmpty: true);
        at.Writer.Line();
    }

    /// <summary>A task: its status comes before its body.</summary>
    public static void Task(StorageCursor at, bool first = false)
    {
        string sign = "- [ ] ";
        int depth = at.Reader.Depth;
        bool written = false;
        while (at.NextChild(depth))
        {
            switch (at.Reader.Name)
            {
                case "ac:task-id" or "ac:task-uuid":
                    at.Skip(isText: false);
                    break;
                case "ac:task-status":
                    sign = at.InnerText(isText: false).Trim() == "complete" ? "- [x] " : sign;
                    break;
                default:
                    Follow(at, first && !written);
                    at.Writer.Indent(written ? "  " : sign, "  ");
                    written = true;
                    at.Children();
                    at.Writer.Outdent(keepEmpty: true);
                    break;
            }
        }

        at.Writer.Line();
    }

    // A list within an item follows its text without a blank line; one within a paragraph or page stands apart.
    private static void Within(StorageCursor at, Action<bool> item, string itemName)
    {
        bool nested = at.Writer.Current.Prefixes.Count > 0 && at.Writer.Current.Newlines < 2;
        Separate(at, nested);
        int depth = at.Reader.Depth;
        bool first = true;
        while (at.NextChild(depth))
        {
            if (at.Reader.Name == itemName)
            {
                item(first);
                first = false;
            }
            else
            {
                StorageElements.Render(at);
            }
        }

        at.Writer.Block();
    }

    private static void Follow(StorageCursor at, bool first)
    {
        if (!first)
        {
            at.Writer.Tighten();
        }
    }

    private static void Separate(StorageCursor at, bool nested)
    {
        if (nested)
        {
            at.Writer.Line();
        }
        else
        {
            at.Writer.Block();
        }
    }
}
