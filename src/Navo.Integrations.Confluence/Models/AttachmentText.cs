using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>The text of an attachment.</summary>
/// <param name="Attachment">What is known about the attachment.</param>
/// <param name="Text">Its text with places to cite, or the reason why there is none or not all of it.</param>
public sealed record AttachmentText(ContentAttachment Attachment, ExtractionOutcome Text);
