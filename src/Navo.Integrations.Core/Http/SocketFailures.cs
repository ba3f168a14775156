using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline.Failures;

namespace Navo.Integrations.Core.Http;

/// <summary>Failures of the socket, or of a primary handler that an application gave, that could show a request or a proxy's password.</summary>
internal static class SocketFailures
{
    /// <summary>What to report in place of a failure; null where it can be shown as it is.</summary>
    public static Exception? Replacement(Exception failure) => failure switch
    {
        IntegrationException or OperationCanceledException => null,
        _ when HarmlessCause.Of(failure) is not null => null,
        HttpRequestException { HttpRequestError: var error } => new HttpRequestException(error, $"The connection failed ({error})."),
        IOException => new HttpRequestException(HttpRequestError.Unknown, "The connection failed."),
        _ => new ProtocolException($"The request failed in an unexpected way ({failure.GetType().Name})."),
    };
}
