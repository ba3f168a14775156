using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>A link whose text and, behind it, target stand in the text of all links.</summary>
internal readonly record struct LinkNote(ContentLinkKind Kind, int Start, int TextLength, int TargetLength, string? Container, string? Anchor);
