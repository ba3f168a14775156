using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>What stands in the content tree of Cloud beside pages, and why it has no text.</summary>
internal static class NodeKinds
{
    /// <summary>Where v2 keeps a kind; null for one that it does not keep in the tree.</summary>
    public static string? CollectionOf(ContentKind kind) => kind switch
    {
        ContentKind.Page => "pages",
        ContentKind.Folder => "folders",
        ContentKind.Whiteboard => "whiteboards",
        ContentKind.Database => "databases",
        ContentKind.SmartLink => "embeds",
        _ => null,
    };

    public static bool HasText(ContentKind kind) => kind is ContentKind.Page or ContentKind.BlogPost;

    public static ContentLoss ReasonOf(ContentKind kind) => kind switch
    {
        ContentKind.Folder => new("folder", "A folder holds other contents and has no text of its own."),
        ContentKind.Whiteboard => new("whiteboard", "Confluence's API gives no text of a whiteboard; title and place are all that is known."),
        ContentKind.Database => new("database", "Confluence's API gives no rows of a database; title and place are all that is known."),
        _ => new("smart-link", "A smart link has no text of its own; what it leads to was not read."),
    };
}
