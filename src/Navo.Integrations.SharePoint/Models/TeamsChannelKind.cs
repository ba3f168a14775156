namespace Navo.Integrations.SharePoint;

/// <summary>Who belongs to a channel.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/resources/channel"/>.</remarks>
public enum TeamsChannelKind
{
    /// <summary>A kind this version does not know: its members may be others than the team's.</summary>
    Other = 0,

    /// <summary>The whole team. Its files lie in the team's site.</summary>
    Standard,

    /// <summary>Some of the team. It has a site of its own.</summary>
    Private,

    /// <summary>Some of the team and of other teams, which may be another organization's. It has a site of its own.</summary>
    Shared,
}
