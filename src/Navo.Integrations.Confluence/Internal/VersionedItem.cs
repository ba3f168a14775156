namespace Navo.Integrations.Confluence.Internal;

/// <summary>An item as it was in one version.</summary>
internal sealed record VersionedItem(ConfluenceItem Item, ContentVersion Version);
