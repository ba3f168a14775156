using Polly;

namespace Navo.Integrations.Core.Http;

/// <summary>Names the pacing in the telemetry of the resilience pipeline.</summary>
internal sealed class PacingStrategyOptions : ResilienceStrategyOptions
{
    public PacingStrategyOptions() => Name = "Pacing";
}
