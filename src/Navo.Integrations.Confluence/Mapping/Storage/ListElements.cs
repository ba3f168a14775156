using System.Globalization;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Lists and task lists.</summary>
internal static class ListElements
{
    public const string Bullet = "- ";

    public static void List(StorageCursor at, bool ordered)
    {
        int number = ordered && int.TryParse(at.Attribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out int start) ? Math.Min(start, 999_999) : 1;
        int depth = Begin(at);
        for (bool first = true; NextItem(at, depth, "li"); first = false)
        {
            Item(at, ordered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : Bullet, first);
        }

        at.Writer.Block();
    }

    public static void TaskList(StorageCursor at)
    {
        int depth = Begin(at);
        for (bool first = true; NextItem(at, depth, "ac:task"); first = false)
        {
            Task(at, first);
        }

        at.Writer.Block();
    }

    /// <summary>An item; one that is not the first follows the one before without a blank line.</summary>
    public static void Item(StorageCursor at, string sign, bool first = false)
    {
        Follow(at, first);
        at.Writer.Indent(sign, sign == Bullet ? "  " : new string(' ', sign.Length));
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
    private static int Begin(StorageCursor at)
    {
        if (at.Writer.Current.Prefixes.Count > 0 && at.Writer.Current.Newlines < 2)
        {
            at.Writer.Line();
        }
        else
        {
            at.Writer.Block();
        }

        return at.Reader.Depth;
    }

    // What stands between items is rendered on the way.
    private static bool NextItem(StorageCursor at, int depth, string name)
    {
        while (at.NextChild(depth))
        {
            if (at.Reader.Name == name)
            {
                return true;
            }

            StorageElements.Render(at);
        }

        return false;
    }

    private static void Follow(StorageCursor at, bool first)
    {
        if (!first)
        {
            at.Writer.Tighten();
        }
    }
}
