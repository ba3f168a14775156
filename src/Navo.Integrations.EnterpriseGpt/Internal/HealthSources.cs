namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What health looks at beside the API.</summary>
internal sealed record HealthSources(TokenPacer Pacer, Func<EnterpriseGptOptions> Current, TimeProvider Time);
