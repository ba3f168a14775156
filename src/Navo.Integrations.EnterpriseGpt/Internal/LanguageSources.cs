namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What answers depend on beside the request.</summary>
internal sealed record LanguageSources(IPromptLibrary Prompts, Func<EnterpriseGptOptions> Current, TimeProvider Time);
