using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>An attachment with where it stands and where its bytes are.</summary>
/// <param name="Attachment">The attachment.</param>
/// <param name="Container">The space.</param>
/// <param name="DownloadPath">The path of its bytes, relative to the address of the API, with its query.</param>
internal sealed record FoundAttachment(ContentAttachment Attachment, ContainerRef Container, string DownloadPath);
