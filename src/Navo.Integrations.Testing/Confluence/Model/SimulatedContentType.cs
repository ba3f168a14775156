namespace Navo.Integrations.Testing.Confluence.Model;

/// <summary>The type of a content.</summary>
public enum SimulatedContentType
{
    /// <summary>A page.</summary>
    Page,

    /// <summary>A blog post.</summary>
    BlogPost,

    /// <summary>A file attached to a page or blog post.</summary>
    Attachment,

    /// <summary>A footer comment, or an inline one where it has a passage.</summary>
    Comment,

    /// <summary>A folder in the content tree (Cloud).</summary>
    Folder,

    /// <summary>A whiteboard in the content tree (Cloud).</summary>
    Whiteboard,

    /// <summary>A database in the content tree (Cloud).</summary>
    Database,

    /// <summary>A smart link in the content tree (Cloud); its body is the address.</summary>
    SmartLink,
}
