using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace Navo.Integrations.Core.Http;

/// <summary>The circuit breaker of one host: failures of the host open it, a caller's own mistakes and limits do not.</summary>
internal static class BreakerStrategy
{
    public static HttpCircuitBreakerStrategyOptions Create(IntegrationHttpSettings settings, BreakerBoard board, ILogger logger)
    {
        CircuitBreakerStateProvider state = new();
        HttpCircuitBreakerStrategyOptions options = Reporting(settings, board, logger);
        options.StateProvider = state;
        options.ShouldHandle = arguments => new(IsFailure(arguments.Outcome, state));
        return options;
    }

    /// <summary>Whether the host is to blame. Of a probe only an answer proves that it is well again; one that its caller left proves nothing.</summary>
    private static bool IsFailure(Outcome<HttpResponseMessage> outcome, CircuitBreakerStateProvider state) => outcome.Result is { } response
        ? TransientFailures.IsHostFailure(response.StatusCode)
        : TransientFailures.IsTransient(outcome.Exception) || state.CircuitState is CircuitState.HalfOpen;

    private static HttpCircuitBreakerStrategyOptions Reporting(IntegrationHttpSettings settings, BreakerBoard board, ILogger logger)
    {
        object breaker = new();
        HttpCircuitBreakerStrategyOptions options = Bounds(settings);
        options.OnOpened = arguments =>
        {
            HttpLog.BreakerOpened(logger, settings.Integration, arguments.BreakDuration);
            board.Opened(settings.Integration, breaker, arguments.BreakDuration);
            return default;
        };
        options.OnClosed = _ =>
        {
            HttpLog.BreakerClosed(logger, settings.Integration);
            board.Closed(settings.Integration, breaker);
            return default;
        };
        return options;
    }

    private static HttpCircuitBreakerStrategyOptions Bounds(IntegrationHttpSettings settings) => new()
    {
        FailureRatio = settings.Options.BreakerFailureRatio,
        MinimumThroughput = settings.Options.BreakerMinimumThroughput,
        SamplingDuration = settings.Options.BreakerSamplingDuration,
        BreakDuration = settings.Options.BreakDuration,
    };
}
