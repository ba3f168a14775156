using System.Net.Sockets;
using System.Text.Json;
using Navo.Integrations.Abstractions;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Navo.Integrations.Core.Pipeline.Failures;

/// <summary>Says with which of the family a failure is reported. The first rule that fits wins.</summary>
internal static class FailureTranslator
{
    public static IntegrationException Translate(Exception exception, string operation)
    {
        if (ExceptionChain.Find<IntegrationException>(exception) is { } known)
        {
            return known;
        }

        if (ExceptionChain.Find<JsonException>(exception) is { } json)
        {
            return JsonFault.Describe(json, operation);
        }

        return IsTimeout(exception) ? new IntegrationTimeoutException("The source did not answer in time.", HarmlessCause.Of(exception))
            : TransportFault(exception) ?? (IntegrationException)Unexpected(exception, operation);
    }

    /// <summary>Whether the answer was not the JSON that was promised, and nobody has judged it yet.</summary>
    public static bool IsMalformedAnswer(Exception exception) =>
        ExceptionChain.Find<IntegrationException>(exception) is null && ExceptionChain.Find<JsonException>(exception) is not null;

    private static bool IsTimeout(Exception exception) =>
        ExceptionChain.Find<TimeoutException>(exception) is not null
        || ExceptionChain.Find<TimeoutRejectedException>(exception) is not null
        || ExceptionChain.Find<OperationCanceledException>(exception) is not null;

    private static UnavailableException? TransportFault(Exception exception)
    {
        if (ExceptionChain.Find<BrokenCircuitException>(exception) is { } open)
        {
            return new UnavailableException("The circuit breaker is open after repeated failures.") { RetryAfter = open.RetryAfter };
        }

        Exception? transport = ExceptionChain.Find<HttpRequestException>(exception)
            ?? ExceptionChain.Find<IOException>(exception)
            ?? (Exception?)ExceptionChain.Find<SocketException>(exception);
        return transport is null ? null : new UnavailableException("The source could not be reached, or the connection broke.", HarmlessCause.Of(transport))
        {
            StatusCode = (int?)(transport as HttpRequestException)?.StatusCode,
        };
    }

    /// <summary>Something that nobody foresaw. Its type is named; its text and what it holds are not, for they may show a request.</summary>
    private static ProtocolException Unexpected(Exception exception, string operation) =>
        new($"'{operation}' failed in an unexpected way ({exception.GetType().Name}): the answer was probably not what this version understands.");
}
