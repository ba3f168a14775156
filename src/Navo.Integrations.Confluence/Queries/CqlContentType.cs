namespace Navo.Integrations.Confluence;

/// <summary>The types of content that a query can ask for.</summary>
public enum CqlContentType
{
    /// <summary>A page.</summary>
    Page,

    /// <summary>A blog post.</summary>
    BlogPost,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>An attached file.</summary>
    Attachment,

    /// <summary>A space.</summary>
    Space,

    /// <summary>A whiteboard; Cloud only.</summary>
    Whiteboard,

    /// <summary>A database; Cloud only.</summary>
    Database,

    /// <summary>A smart link in the content tree; Cloud only.</summary>
    Embed,

    /// <summary>A folder; Cloud only.</summary>
    Folder,
}
