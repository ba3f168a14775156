namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>What a request with a long prompt costs, as a whole.</summary>
/// <param name="Above">The number of input tokens above which it counts as long.</param>
/// <param name="Input">The factor on the prices of input and cache.</param>
/// <param name="Output">The factor on the price of output.</param>
internal sealed record LongContextRule(int Above, decimal Input, decimal Output);
