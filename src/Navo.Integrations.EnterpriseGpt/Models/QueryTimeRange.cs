namespace Navo.Integrations.EnterpriseGpt;

/// <summary>When what is looked for was written or changed.</summary>
/// <param name="From">At or after this time; null for no limit.</param>
/// <param name="To">Before this time; null for no limit.</param>
public sealed record QueryTimeRange(DateTimeOffset? From, DateTimeOffset? To);
