using Navo.Integrations.EnterpriseGpt.Internal.Usage;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What answers are counted by and depend on beside the request.</summary>
internal sealed record GenerationSources(UsageMeter Meter, Func<EnterpriseGptOptions> Current);
