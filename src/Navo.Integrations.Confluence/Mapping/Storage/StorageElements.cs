namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Which code renders which element.</summary>
internal static class StorageElements
{
    public static void Render(StorageCursor at)
    {
        string name = at.Reader.Name;
        if (name.StartsWith("ac:", StringComparison.Ordinal) || name.StartsWith("ri:", StringComparison.Ordinal))
        {
            Confluence(at, name);
        }
        else
        {
            Html(at, name);
        }
    }

    private static void Html(StorageCursor at, string name)
    {
        switch (name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                BlockElements.Heading(at, name[1] - '0');
                break;
            case "ul" or "ol":
                ListElements.List(at, name == "ol");
                break;
            case "li":
                ListElements.Item(at, "- ");
                break;
            case "table":
                TableElements.Table(at);
                break;
            case "blockquote":
                BlockElements.Quote(at);
                break;
            case "pre":
                CodeMarkup.Block(at.Writer, at.InnerText(), string.Empty);
                break;
            case "hr":
                BlockElements.Rule(at);
                break;
            case "p":
                BlockElements.Paragraph(at);
                break;
            case "div" or "section" or "article" or "header" or "footer" or "figure" or "figcaption" or "dl" or "dt" or "dd" or "address" or "center"
                or "tr" or "td" or "th" or "caption":
                BlockElements.Block(at);
                break;
            default:
                InlineElements.Render(at, name);
                break;
        }
    }

    private static void Confluence(StorageCursor at, string name)
    {
        switch (name)
        {
            case "ac:structured-macro" or "ac:macro":
                MacroElements.Macro(at);
                break;
            case "ac:link":
                LinkElements.Link(at);
                break;
            case "ac:image":
                ImageElements.Image(at);
                break;
            case "ac:task-list":
                ListElements.TaskList(at);
                break;
            case "ac:task":
                ListElements.Task(at);
                break;
            case "ac:emoticon":
                InlineElements.Emoticon(at);
                break;
            case "ac:layout" or "ac:layout-section" or "ac:layout-cell" or "ac:rich-text-body":
                BlockElements.Block(at);
                break;
            case "ac:plain-text-body":
                CodeMarkup.Block(at.Writer, at.InnerText(), string.Empty);
                break;
            case "ac:adf-extension":
                AdfElements.Extension(at);
                break;
            case "ac:inline-comment-marker" or "ac:link-body" or "ac:plain-text-link-body" or "ac:placeholder" or "ac:caption":
                at.Children();
                break;
            case var resource when resource.StartsWith("ri:", StringComparison.Ordinal):
                LinkElements.Resource(at);
                break;
            default:
                at.Lose($"element:{SafeName(name)}", "Its text is kept; what it does is not known.");
                at.Children();
                break;
        }
    }

    /// <summary>A name from the page, fit for a record.</summary>
    public static string SafeName(string name) =>
        new([.. name.Take(64).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.' ? c : '_')]);
}
