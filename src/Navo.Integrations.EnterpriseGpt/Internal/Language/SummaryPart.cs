namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>What the model said of consecutive chunks.</summary>
/// <param name="Text">The summary; empty where there is none.</param>
/// <param name="First">The first of the chunks.</param>
/// <param name="Last">The last of them.</param>
internal sealed record SummaryPart(string Text, int First, int Last);
