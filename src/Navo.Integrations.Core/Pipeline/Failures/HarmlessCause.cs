using System.Net.Sockets;
using Polly.Timeout;

namespace Navo.Integrations.Core.Pipeline.Failures;

/// <summary>Decides which causes may stay attached to an error: only types that are known to hold no request, header or content.</summary>
internal static class HarmlessCause
{
    private static readonly HashSet<Type> Harmless =
    [
        typeof(HttpRequestException),
        typeof(HttpIOException),
        typeof(IOException),
        typeof(EndOfStreamException),
        typeof(SocketException),
        typeof(TimeoutException),
        typeof(TimeoutRejectedException),
        typeof(OperationCanceledException),
        typeof(TaskCanceledException),
        typeof(System.Security.Authentication.AuthenticationException),
    ];

    /// <summary>The exception itself if all of its links are harmless; null otherwise.</summary>
    public static Exception? Of(Exception exception) =>
        ExceptionChain.All(exception, static link => Harmless.Contains(link.GetType()) && !ShowsProxy(link)) ? exception : null;

    /// <summary>The text of this one shows the proxy's address with the user and password that may be in it.</summary>
    private static bool ShowsProxy(Exception link) => link is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError };
}
