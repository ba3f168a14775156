using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>An attachment with where it stands and where its bytes are.</summary>
/// <param name="Attachment">The attachment.</param>
/// <param name="Page">The page or blog post that it hangs on; null where the source does not say, which a download does without.</param>
/// <param name="Container">The space.</param>
/// <param name="DownloadPath">The path of its bytes, relative to the address of the API, with its query.</param>
internal sealed record FoundAttachment(ContentAttachment Attachment, ContentId? Page, ContainerRef Container, string DownloadPath);
