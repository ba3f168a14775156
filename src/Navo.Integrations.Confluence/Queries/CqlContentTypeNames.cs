using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>The types as the language names them.</summary>
internal static class CqlContentTypeNames
{
    public static string Of(CqlContentType type) => type switch
    {
        CqlContentType.Page => "page",
        CqlContentType.BlogPost => "blogpost",
        CqlContentType.Comment => "comment",
        CqlContentType.Attachment => "attachment",
        CqlContentType.Space => "space",
        CqlContentType.Whiteboard => "whiteboard",
        CqlContentType.Database => "database",
        CqlContentType.Embed => "embed",
        CqlContentType.Folder => "folder",
        _ => throw new InvalidQueryException($"There is no type of content with the number {(int)type}."),
    };
}
