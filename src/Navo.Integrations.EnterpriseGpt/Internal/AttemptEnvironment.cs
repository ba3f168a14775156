namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>The options in force, what is known of models, and the clock.</summary>
internal sealed record AttemptEnvironment(Func<EnterpriseGptOptions> Current, ModelTraits Traits, TimeProvider Time);
