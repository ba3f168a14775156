namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>What a call turned out to be.</summary>
internal readonly record struct SettledCall(string Model, TokenUsage Usage, TimeSpan Latency, bool IsEstimated);
