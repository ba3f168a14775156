namespace Navo.Integrations.SharePoint;

/// <summary>What a <see cref="DocumentSearch"/> finds.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/resources/search-api-overview"/>.</remarks>
public enum DocumentSearchKind
{
    /// <summary>Files and folders.</summary>
    DriveItem = 0,

    /// <summary>Items of lists, pages of sites among them.</summary>
    ListItem,

    /// <summary>Sites.</summary>
    Site,
}
