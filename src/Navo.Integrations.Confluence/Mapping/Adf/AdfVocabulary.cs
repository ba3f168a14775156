using System.Collections.Frozen;

namespace Navo.Integrations.Confluence.Mapping.Adf;

/// <summary>The nodes that are known, and what rewrites them.</summary>
internal static class AdfVocabulary
{
    private static readonly FrozenDictionary<string, Action<AdfRewriter, AdfNode>> Known = All().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of the known nodes.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    public static Action<AdfRewriter, AdfNode>? Find(string type) => Known.GetValueOrDefault(type);

    private static Dictionary<string, Action<AdfRewriter, AdfNode>> All()
    {
        Dictionary<string, Action<AdfRewriter, AdfNode>> all = new(StringComparer.Ordinal)
        {
            ["text"] = AdfMarks.Text,
            ["heading"] = AdfBlocks.Heading,
            ["orderedList"] = AdfBlocks.OrderedList,
            ["codeBlock"] = AdfBlocks.Code,
            ["panel"] = AdfBlocks.Panel,
            ["table"] = AdfBlocks.Table,
            ["taskList"] = AdfBlocks.TaskList,
            ["mention"] = AdfInlines.Mention,
            ["emoji"] = AdfInlines.Emoji,
            ["date"] = AdfInlines.Date,
            ["status"] = AdfInlines.Status,
            ["placeholder"] = AdfInlines.Placeholder,
            ["mediaSingle"] = AdfMedia.Single,
            ["mediaGroup"] = AdfMedia.Group,
            ["confluenceJiraIssue"] = AdfExtensions.Issue,
        };
        Elements(all);
        Map(all, AdfBlocks.Expand, "expand", "nestedExpand");
        Map(all, AdfBlocks.Cell, "tableCell", "tableHeader");
        Map(all, AdfInlines.Card, "inlineCard", "blockCard", "embedCard");
        Map(all, AdfMedia.Media, "media", "mediaInline", "image");
        Map(all, AdfExtensions.Extension, "extension", "inlineExtension", "bodiedExtension", "multiBodiedExtension");
        Map(all, AdfExtensions.Unsupported, "unsupportedBlock", "unsupportedInline", "confluenceUnsupportedBlock", "confluenceUnsupportedInline");
        return all;
    }

    private static void Elements(Dictionary<string, Action<AdfRewriter, AdfNode>> all)
    {
        foreach ((string type, string element) in (ReadOnlySpan<(string, string)>)
        [
            ("paragraph", "p"), ("bulletList", "ul"), ("decisionList", "ul"), ("listItem", "li"), ("decisionItem", "li"), ("taskItem", "li"), ("blockTaskItem", "li"),
            ("blockquote", "blockquote"), ("rule", "hr"), ("hardBreak", "br"), ("tableRow", "tr"), ("caption", "p"),
            ("layoutSection", "ac:layout-section"), ("layoutColumn", "ac:layout-cell"), ("extensionFrame", "div"), ("bodiedSyncBlock", "div"),
        ])
        {
            all[type] = (to, node) => to.Element(node, element);
        }
    }

    private static void Map(Dictionary<string, Action<AdfRewriter, AdfNode>> all, Action<AdfRewriter, AdfNode> rewrite, params ReadOnlySpan<string> types)
    {
        foreach (string type in types)
        {
            all[type] = rewrite;
        }
    }
}
