using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;

namespace Navo.Integrations.Core.Http;

/// <summary>The circuit breaker of one host: failures of the host open it, a caller's own mistakes and limits do not.</summary>
internal static class BreakerStrategy
{
    public static HttpCircuitBreakerStrategyOptions Create(IntegrationHttpSettings settings, ILogger logger) => new()
    {
        FailureRatio = settings.Options.BreakerFailureRatio,
        MinimumThroughput = settings.Options.BreakerMinimumThroughput,
        SamplingDuration = settings.Options.BreakerSamplingDuration,
        BreakDuration = settings.Options.BreakDuration,
        ShouldHandle = arguments => new(arguments.Outcome.Result is { } response
            ? TransientFailures.IsHostFailure(response.StatusCode)
            : TransientFailures.IsTransient(arguments.Outcome.Exception)),
        OnOpened = arguments =>
        {
            HttpLog.BreakerOpened(logger, settings.Integration, arguments.BreakDuration);
            return default;
        },
        OnClosed = _ =>
        {
            HttpLog.BreakerClosed(logger, settings.Integration);
            return default;
        },
    };
}
