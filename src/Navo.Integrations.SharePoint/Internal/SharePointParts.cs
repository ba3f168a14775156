namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The desks behind the door that are opened less often.</summary>
internal sealed record SharePointParts(SharePointHealth Health, SharePointExplaining Explaining, SharePointWalks Walks, SharePointVersions Versions, SharePointCollaboration Collaboration, SharePointTeams Teams);
