using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What answers depend on beside the request, and are counted by.</summary>
internal sealed record LanguageSources(IPromptLibrary Prompts, UsageMeter Meter, Func<EnterpriseGptOptions> Current, TimeProvider Time);
