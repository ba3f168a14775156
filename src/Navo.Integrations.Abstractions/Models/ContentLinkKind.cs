namespace Navo.Integrations.Abstractions;

/// <summary>What a <see cref="ContentLink"/> points to.</summary>
public enum ContentLinkKind
{
    /// <summary>An address.</summary>
    Address,

    /// <summary>Another item of the same source, by title or id.</summary>
    Content,

    /// <summary>A file attached to an item.</summary>
    Attachment,

    /// <summary>A person.</summary>
    User,

    /// <summary>A place in the same item.</summary>
    Anchor,

    /// <summary>A space or site.</summary>
    Container,

    /// <summary>An image shown in the text.</summary>
    Image,
}
