namespace Navo.Integrations.SharePoint;

/// <summary>A channel of a team.</summary>
/// <param name="TeamId">The team.</param>
/// <param name="ChannelId">Its id.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Kind">Who belongs to it.</param>
/// <param name="TenantId">The tenant that keeps it; another one's where the channel is shared into this tenant.</param>
public sealed record TeamsChannel(string TeamId, string ChannelId, string Title, TeamsChannelKind Kind, string? TenantId);
