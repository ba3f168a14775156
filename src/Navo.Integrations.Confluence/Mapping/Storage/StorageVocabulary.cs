using System.Collections.Frozen;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>The elements that are known, and what renders them.</summary>
internal static class StorageVocabulary
{
    private static readonly FrozenDictionary<string, Action<StorageCursor>> Known = All().ToFrozenDictionary(StringComparer.Ordinal);

    public static Action<StorageCursor>? Find(string name) => Known.GetValueOrDefault(name);

    private static Dictionary<string, Action<StorageCursor>> All()
    {
        Dictionary<string, Action<StorageCursor>> all = new(StringComparer.Ordinal);
        Blocks(all);
        Inlines(all);
        Confluence(all);
        return all;
    }

    private static void Blocks(Dictionary<string, Action<StorageCursor>> all)
    {
        foreach (int level in Enumerable.Range(1, 6))
        {
            all[$"h{level}"] = at => BlockElements.Heading(at, level);
        }

        Map(all, BlockElements.Block, "div", "section", "article", "header", "footer", "figure", "figcaption", "dl", "dt", "dd", "address", "center", "tr", "td", "th", "caption");
        Map(all, BlockElements.Paragraph, "p");
        Map(all, BlockElements.Quote, "blockquote");
        Map(all, BlockElements.Rule, "hr");
        Map(all, static at => CodeMarkup.Block(at.Writer, at.InnerText(), string.Empty), "pre", "ac:plain-text-body");
        Map(all, static at => ListElements.List(at, ordered: false), "ul");
        Map(all, static at => ListElements.List(at, ordered: true), "ol");
        Map(all, static at => ListElements.Item(at, ListElements.Bullet), "li");
        Map(all, TableElements.Table, "table");
    }

    private static void Inlines(Dictionary<string, Action<StorageCursor>> all)
    {
        Map(all, static at => InlineElements.Marked(at, InlineMark.Strong), "strong", "b");
        Map(all, static at => InlineElements.Marked(at, InlineMark.Emphasis), "em", "i", "cite", "dfn", "var");
        Map(all, static at => InlineElements.Marked(at, InlineMark.Strike), "del", "s", "strike");
        Map(all, static at => InlineElements.Marked(at, InlineMark.Underline), "u", "ins");
        Map(all, static at => InlineElements.Marked(at, InlineMark.Sub), "sub");
        Map(all, static at => InlineElements.Marked(at, InlineMark.Sup), "sup");
        Map(all, InlineElements.Code, "code", "tt", "kbd", "samp");
        Map(all, InlineElements.Break, "br");
        Map(all, InlineElements.Time, "time");
        Map(all, InlineElements.Span, "span");
        Map(all, InlineElements.Embedded, "iframe", "object", "embed", "video", "audio", "script", "style");
        Map(all, LinkElements.Anchor, "a");
        Map(all, ImageElements.Html, "img");
    }

    private static void Confluence(Dictionary<string, Action<StorageCursor>> all)
    {
        Map(all, MacroElements.Macro, "ac:structured-macro", "ac:macro");
        Map(all, LinkElements.Link, "ac:link");
        Map(all, ImageElements.Image, "ac:image");
        Map(all, ListElements.TaskList, "ac:task-list");
        Map(all, static at => ListElements.Task(at), "ac:task");
        Map(all, InlineElements.Emoticon, "ac:emoticon");
        Map(all, BlockElements.Block, "ac:layout", "ac:layout-section", "ac:layout-cell", "ac:rich-text-body");
        Map(all, AdfElements.Extension, "ac:adf-extension");
        Map(all, static at => at.Children(), "ac:inline-comment-marker", "ac:link-body", "ac:plain-text-link-body", "ac:placeholder", "ac:caption");
    }

    private static void Map(Dictionary<string, Action<StorageCursor>> all, Action<StorageCursor> render, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            all[name] = render;
        }
    }
}
