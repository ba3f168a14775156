namespace Navo.Integrations.SharePoint;

/// <summary>A token of a raw query, checked in itself, and where it stands.</summary>
internal readonly record struct KqlToken(KqlTokenKind Kind, int Start, int End);
