using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Navo.Integrations.Testing.Faults;

/// <summary>A server that closes its side of the connection amid the body and goes on listening.</summary>
internal sealed class HalfCloseFault(int bytes) : BodyFault
{
    private protected override async Task SendAsync(HttpContext http, byte[] right, TimeProvider clock)
    {
        await BeginAsync(http, right, Math.Clamp(bytes, 0, Math.Max(0, right.Length - 1))).ConfigureAwait(false);
        http.Features.Get<IConnectionSocketFeature>()?.Socket.Shutdown(SocketShutdown.Send);
        http.Abort();
    }
}
