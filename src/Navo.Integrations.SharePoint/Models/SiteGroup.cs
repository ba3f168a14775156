namespace Navo.Integrations.SharePoint;

/// <summary>A group that exists within one site only.</summary>
/// <param name="SiteId">The site's id in Graph.</param>
/// <param name="GroupId">The group's number within the site.</param>
/// <param name="Name">Its name; never an identity.</param>
public sealed record SiteGroup(string SiteId, string GroupId, string? Name);
