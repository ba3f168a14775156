namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Usage under a key: of one call as it is added, of many as it is read.</summary>
/// <param name="Key">What it is added up by.</param>
/// <param name="Figures">What was used.</param>
public sealed record UsageEntry(UsageKey Key, UsageFigures Figures);
