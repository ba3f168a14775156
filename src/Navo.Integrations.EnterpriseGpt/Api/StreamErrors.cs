using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>Failures that come within an answer whose status was a success.</summary>
internal static class StreamErrors
{
    public static ProtocolException EndedEarly() => new("The streamed answer ended before its end was announced.")
    {
        IsTransient = true,
        Remedy = "Ask again; if it recurs, look for a proxy that cuts long answers.",
    };

    /// <summary>A failure by the vendor's code. What the vendor says of it stays out: it may quote the prompt.</summary>
    public static IntegrationException Of(string? code, string? message, string? requestId) => code switch
    {
        "rate_limit_exceeded" or "too_many_requests" => new ThrottledException("The model was cut short by a rate limit.") { ErrorCode = code, RequestId = requestId },
        QuotaErrors.Code => QuotaErrors.Exhausted(requestId),
        "server_error" or "overloaded_error" or "service_unavailable" or "vector_store_timeout" => new UnavailableException("The model failed while it answered.") { ErrorCode = code, RequestId = requestId },
        "context_length_exceeded" or "invalid_prompt" or "invalid_request_error" => new InvalidQueryException("The model does not take the prompt as it is.") { ErrorCode = code, RequestId = requestId },
        "invalid_api_key" => new AuthenticationException("The key was revoked while the model answered.") { ErrorCode = code, RequestId = requestId },
        _ => new UnavailableException($"The model failed while it answered{(message is { Length: > 0 } ? " and gave a reason of its own" : string.Empty)}.") { ErrorCode = code, RequestId = requestId },
    };
}
