namespace Navo.Integrations.Confluence.Internal;

/// <summary>How much of an item is read.</summary>
internal readonly record struct ItemScope(bool WithBody, bool IncludeAttachments);
