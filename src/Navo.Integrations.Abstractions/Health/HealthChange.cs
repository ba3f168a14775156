namespace Navo.Integrations.Abstractions;

/// <summary>That an integration, or a feature of it, is in another state than before.</summary>
/// <param name="Previous">How it was; null where nothing was known.</param>
/// <param name="Current">How it is.</param>
public sealed record HealthChange(IntegrationHealth? Previous, IntegrationHealth Current);
