using System.Net;
using System.Net.Sockets;
using Navo.Integrations.Core.Http.Tls;

namespace Navo.Integrations.Core.Http.Downloads;

/// <summary>The socket of downloads: it connects to the very address that was checked, so that a name can't lead elsewhere between the two.</summary>
internal static class DownloadSocket
{
    public static SocketsHttpHandler Create(bool allowsLocal, TimeSpan connectionLifetime, IntegrationTlsOptions? tls = null)
    {
        SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = connectionLifetime };
        tls?.WithoutClientCertificate().ApplyTo(handler, []);  // where a redirect leads is not where the certificate is for
        if (!allowsLocal)
        {
            handler.ConnectCallback = ConnectAsync;
        }

        return handler;
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        bool isProxy = !string.Equals(context.DnsEndPoint.Host, context.InitialRequestMessage.RequestUri?.IdnHost, StringComparison.OrdinalIgnoreCase);
        if (!isProxy && (addresses.Length == 0 || !addresses.All(PublicAddresses.Contain)))
        {
            throw DownloadAddress.Unsafe();
        }

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
