using System.Net;
using Polly.Timeout;

namespace Navo.Integrations.Core.Http;

/// <summary>Which outcomes of an attempt trying again can mend, and which say that a host is ill.</summary>
internal static class TransientFailures
{
    public static bool IsTransient(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || IsHostFailure(status);

    /// <summary>Whether a wait that the answer asks for is one for all callers; with another status it is for this request.</summary>
    public static bool IsLimit(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    /// <summary>Failures of the host itself; a limit that a caller ran into is none.</summary>
    public static bool IsHostFailure(HttpStatusCode status) =>
        status is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    public static bool IsTransient(Exception? failure) => failure switch
    {
        TimeoutRejectedException or OperationCanceledException { InnerException: TimeoutException } => true,
        HttpRequestException refused when IsRefusedSecurity(refused) => false,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.UserAuthenticationError } => false,
        HttpRequestException or IOException => true,
        _ => false,
    };

    /// <summary>Whether the certificate or the protocol was refused; a connection that merely broke during the handshake is not that.</summary>
    public static bool IsRefusedSecurity(HttpRequestException failure) => failure is { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: not IOException };

    /// <summary>Requests that may be repeated because their method is safe.</summary>
    public static bool IsSafe(HttpRequestMessage request) => request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options;
}
