using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>The question that ranks are fused for.</summary>
/// <param name="Text">The words to find.</param>
/// <param name="AskedAt">When the first page was asked for.</param>
/// <param name="FreshnessBoost">See <see cref="FederatedQuery.FreshnessBoost"/>.</param>
public sealed record FusionContext(string Text, DateTimeOffset AskedAt, double FreshnessBoost);
