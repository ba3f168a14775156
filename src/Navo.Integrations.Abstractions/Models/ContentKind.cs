namespace Navo.Integrations.Abstractions;

/// <summary>What an item is.</summary>
public enum ContentKind
{
    /// <summary>Something this version does not know.</summary>
    Other = 0,

    /// <summary>A page.</summary>
    Page,

    /// <summary>A blog post.</summary>
    BlogPost,

    /// <summary>A comment on another item.</summary>
    Comment,

    /// <summary>A file attached to another item.</summary>
    Attachment,

    /// <summary>A document in a library.</summary>
    Document,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A whiteboard.</summary>
    Whiteboard,

    /// <summary>A database within a wiki.</summary>
    Database,

    /// <summary>An embedded smart link.</summary>
    SmartLink,
}
