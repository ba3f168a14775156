using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline.Failures;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Navo.Integrations.Core.Http;

/// <summary>A request that got no usable answer, as one of the family.</summary>
internal static class TransportErrors
{
    /// <summary>The failure; null where it is not one of the transport. A cancellation that is not the caller's is a timeout of somebody below.</summary>
    public static IntegrationException? Translate(Exception failure) => failure switch
    {
        IntegrationException known => known,
        TimeoutRejectedException or OperationCanceledException => new IntegrationTimeoutException("The source did not answer in time."),
        BrokenCircuitException open => new UnavailableException("The source keeps failing and is left alone for a while.") { RetryAfter = open.RetryAfter },
        RateLimiterRejectedException full => new ThrottledException("Too many calls to the source are waiting already.") { RetryAfter = full.RetryAfter },
        HttpRequestException refused when TransientFailures.IsRefusedSecurity(refused) => new UnavailableException("No secure connection to the source: its certificate or protocol was refused.", HarmlessCause.Of(failure))
        {
            IsTransient = false,
            Remedy = "Check the certificate of the source, or configure the certificate authority that issued it.",
        },
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new UnavailableException("The name of the source's host can't be resolved.", HarmlessCause.Of(failure)),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => new ProtocolException("The answer is not valid HTTP, or its compression is damaged.", HarmlessCause.Of(failure)),
        HttpRequestException or IOException => new UnavailableException("The connection to the source failed.", HarmlessCause.Of(failure)),
        _ => null,
    };
}
