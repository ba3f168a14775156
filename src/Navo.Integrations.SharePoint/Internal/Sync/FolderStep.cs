namespace Navo.Integrations.SharePoint.Internal;

/// <summary>A folder whose items are to be told, for its own change is theirs: their paths go with it, and they are not in the feed.</summary>
/// <param name="Folder">Its id.</param>
/// <param name="Link">The link to the page to read; null for the first.</param>
/// <param name="WithAccess">Whether who may see the items is to be read too.</param>
internal sealed record FolderStep(string Folder, string? Link, bool WithAccess);
