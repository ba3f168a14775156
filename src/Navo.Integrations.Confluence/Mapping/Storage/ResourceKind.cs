namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>What a resource identifier (<c>ri:…</c>) names.</summary>
internal enum ResourceKind
{
    Page,
    BlogPost,
    Content,
    Attachment,
    Address,
    User,
    Space,
    Other,
}
