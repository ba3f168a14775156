namespace Navo.Integrations.SharePoint;

/// <summary>A team of Microsoft Teams.</summary>
/// <param name="TeamId">Its id, that of its group.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Description">What it says of itself.</param>
/// <param name="IsArchived">Whether it is set aside.</param>
public sealed record TeamsTeam(string TeamId, string Title, string? Description, bool IsArchived);
