namespace Navo.Integrations.SharePoint;

/// <summary>What was done with an item in a time.</summary>
/// <param name="From">The beginning; null for since ever.</param>
/// <param name="To">The end.</param>
/// <param name="Views">How often it was opened.</param>
/// <param name="Viewers">How many people opened it.</param>
/// <param name="Edits">How often it was changed.</param>
/// <param name="Editors">How many people changed it.</param>
/// <param name="IsIncomplete">Whether the source says that figures are missing.</param>
public sealed record ItemActivity(DateTimeOffset? From, DateTimeOffset? To, int Views, int Viewers, int Edits, int Editors, bool IsIncomplete);
