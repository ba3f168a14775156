namespace Navo.Integrations.SharePoint;

/// <summary>What kind of site a site is, by its address.</summary>
public enum SharePointSiteKind
{
    /// <summary>A site at another address, the root site among them.</summary>
    Other = 0,

    /// <summary>A site below <c>/sites/</c>.</summary>
    Site,

    /// <summary>A site below <c>/teams/</c>.</summary>
    TeamSite,

    /// <summary>A person's site with the OneDrive, below <c>/personal/</c>.</summary>
    Personal,

    /// <summary>A container of SharePoint Embedded below <c>/contentstorage/</c>, where Loop keeps its workspaces. Its content is not read: Graph gives it to the application that owns the container only.</summary>
    Container,
}
