namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>A simulated library, or a OneDrive.</summary>
/// <param name="Id">The id in Graph.</param>
/// <param name="SiteId">The site.</param>
/// <param name="Title">The name.</param>
/// <param name="ListId">The id of the list behind it.</param>
/// <param name="RootId">The id of its root folder.</param>
public sealed record GraphDrive(string Id, string SiteId, string Title, string ListId, string RootId)
{
    /// <summary>The user whose OneDrive it is; null for a library.</summary>
    public string? OwnerId { get; init; }
}
