namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>What stands within a line.</summary>
internal static class InlineElements
{
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

    public static void Break(StorageCursor at)
    {
        at.Skip();
        at.Writer.Break();
    }

    /// <summary>A <c>span</c>: its style says whether it is struck through.</summary>
    public static void Span(StorageCursor at)
    {
        if (at.Attribute("style")?.Contains("line-through", StringComparison.OrdinalIgnoreCase) == true)
        {
            Marked(at, InlineMark.Strike);
        }
        else
        {
            at.Children();
        }
    }

    public static void Embedded(StorageCursor at)
    {
        at.Lose($"element:{at.Reader.Name}", "Embedded matter is not shown; text within it is kept.");
        at.Children();
    }

    public static void Time(StorageCursor at)
    {
        string? date = at.Attribute("datetime");
        string text = at.InnerText();
        at.Writer.Text(string.IsNullOrWhiteSpace(text) ? date : text);
    }

    public static void Code(StorageCursor at)
    {
        bool outer = at.InCode;
        at.InCode = true;
        at.Children();
        at.InCode = outer;
    }
}
