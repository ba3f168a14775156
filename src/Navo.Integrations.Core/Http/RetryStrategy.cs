using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Navo.Integrations.Core.Http;

/// <summary>The one retry loop: safe requests only, exponential backoff with full jitter, within the budget and the caller's deadline. A wait that a limit asks for is the pacing's.</summary>
internal sealed class RetryStrategy(IntegrationHttpSettings settings, RetryBudget budget, TimeProvider time, ILogger logger)
{
    public HttpRetryStrategyOptions ToOptions() => new()
    {
        MaxRetryAttempts = settings.Options.MaxRetryAttempts,
        ShouldRetryAfterHeader = false,
        ShouldHandle = arguments => new(ShouldRetry(arguments)),
        DelayGenerator = arguments => new(DelayBefore(arguments)),
        OnRetry = arguments =>
        {
            HttpLog.Retrying(logger, settings.Integration, arguments.AttemptNumber + 1, (int?)arguments.Outcome.Result?.StatusCode, arguments.Outcome.Exception?.GetType().Name, arguments.RetryDelay);
            return default;
        },
    };

    private bool ShouldRetry(RetryPredicateArguments<HttpResponseMessage> arguments)
    {
        if (arguments.AttemptNumber == 0)
        {
            budget.Earn();
        }

        bool isTransient = arguments.Outcome.Result is { } response ? TransientFailures.IsTransient(response.StatusCode) : TransientFailures.IsTransient(arguments.Outcome.Exception);
        return isTransient
            && arguments.AttemptNumber < settings.Options.MaxRetryAttempts
            && !arguments.Context.CancellationToken.IsCancellationRequested
            && arguments.Context.GetRequestMessage() is { } request
            && MayRepeat(request)
            && FitsDeadline(request, arguments.Outcome.Result)
            && (IsRationed(arguments.Outcome.Result) || budget.TrySpend());
    }

    private bool MayRepeat(HttpRequestMessage request) => TransientFailures.IsSafe(request) || settings.IsSafeToRepeat(request);

    /// <summary>Whether the source itself says when the request may come again; then coming again is no load on a source that is ill, and costs nothing.</summary>
    private bool IsRationed(HttpResponseMessage? response) => response?.StatusCode is HttpStatusCode.TooManyRequests && RetryAfterReader.Read(response, time) is not null;

    private bool FitsDeadline(HttpRequestMessage request, HttpResponseMessage? response) =>
        response is null || RetryAfterReader.Read(response, time) is not { } wait || wait <= RequestDeadline.Left(request, time);

    private TimeSpan? DelayBefore(RetryDelayGeneratorArguments<HttpResponseMessage> arguments)
    {
        if (arguments.Outcome.Result is { } response && RetryAfterReader.Read(response, time) is { } asked)
        {
            return TransientFailures.IsLimit(response.StatusCode) ? TimeSpan.Zero : asked;
        }

        double ceiling = Math.Min(settings.Options.MaxRetryDelay.TotalSeconds, settings.Options.RetryBaseDelay.TotalSeconds * Math.Pow(2, arguments.AttemptNumber));
        return TimeSpan.FromSeconds(ceiling * Random.Shared.NextDouble());
    }
}
