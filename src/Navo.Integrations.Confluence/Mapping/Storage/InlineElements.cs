namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>What stands within a line.</summary>
internal static class InlineElements
{
    public static void Render(StorageCursor at, string name)
    {
        switch (name)
        {
            case "strong" or "b":
                Marked(at, InlineMark.Strong);
                break;
            case "em" or "i" or "cite" or "dfn" or "var":
                Marked(at, InlineMark.Emphasis);
                break;
            case "del" or "s" or "strike":
                Marked(at, InlineMark.Strike);
                break;
            case "u" or "ins":
                Marked(at, InlineMark.Underline);
                break;
            case "sub":
                Marked(at, InlineMark.Sub);
                break;
            case "sup":
                Marked(at, InlineMark.Sup);
                break;
            case "code" or "tt" or "kbd" or "samp":
                Code(at);
                break;
            default:
                Other(at, name);
                break;
        }
    }

    public static void Marked(StorageCursor at, InlineMark mark)
    {
        MarkupBuffer buffer = at.Writer.Current;
        bool opened = !at.InCode && buffer.Marks.Open(mark);
        at.Children();
        if (opened)
        {
            buffer.Marks.Close();
        }
    }

    public static void Emoticon(StorageCursor at)
    {
        string name = at.Attribute("ac:name") ?? "emoticon";
        string? fallback = at.Attribute("ac:emoji-fallback");
        string shown = fallback is { Length: > 0 } && fallback[0] != ':'
            ? fallback
            : Emoticons.Of(name) ?? at.Attribute("ac:emoji-shortname") ?? $":{name}:";
        at.Skip();
        at.Writer.Text(shown);
    }

    private static void Other(StorageCursor at, string name)
    {
        switch (name)
        {
            case "br":
                at.Skip();
                at.Writer.Break();
                break;
            case "a":
                LinkElements.Anchor(at);
                break;
            case "img":
                ImageElements.Html(at);
                break;
            case "time":
                Time(at);
                break;
            case "span" when at.Attribute("style")?.Contains("line-through", StringComparison.OrdinalIgnoreCase) == true:
                Marked(at, InlineMark.Strike);
                break;
            case "iframe" or "object" or "embed" or "video" or "audio" or "script" or "style":
                at.Lose($"element:{name}", "Embedded matter is not shown; text within it is kept.");
                at.Children();
                break;
            default:
                at.Children();
                break;
        }
    }

    private static void Time(StorageCursor at)
    {
        string? date = at.Attribute("datetime");
        string text = at.InnerText();
        at.Writer.Text(string.IsNullOrWhiteSpace(text) ? date : text);
    }

    private static void Code(StorageCursor at)
    {
        bool outer = at.InCode;
        at.InCode = true;
        at.Children();
        at.InCode = outer;
    }
}
