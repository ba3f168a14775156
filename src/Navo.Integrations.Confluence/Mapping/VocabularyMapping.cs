using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Confluence's words for kinds and states. A word that this version does not know is kept apart, never refused.</summary>
internal static class VocabularyMapping
{
    public static ContentKind ToKind(string? type) => type switch
    {
        "page" => ContentKind.Page,
        "blogpost" => ContentKind.BlogPost,
        "comment" or "footer-comment" or "inline-comment" => ContentKind.Comment,
        "attachment" => ContentKind.Attachment,
        "folder" => ContentKind.Folder,
        "whiteboard" => ContentKind.Whiteboard,
        "database" => ContentKind.Database,
        "embed" => ContentKind.SmartLink,
        _ => ContentKind.Other,
    };

    public static ContentStatus ToStatus(string? status) => status switch
    {
        "current" => ContentStatus.Current,
        "draft" => ContentStatus.Draft,
        "archived" => ContentStatus.Archived,
        "trashed" => ContentStatus.Trashed,
        "deleted" => ContentStatus.Deleted,
        "historical" => ContentStatus.Historical,
        _ => ContentStatus.Unknown,
    };
}
