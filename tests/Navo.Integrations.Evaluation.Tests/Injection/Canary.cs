using System.Net;
using System.Net.Sockets;

namespace Navo.Integrations.Evaluation.Tests.Injection;

/// <summary>A host that nobody has a reason to come to.</summary>
internal sealed class Canary : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public Canary() => _listener.Start();

    public string Host => _listener.LocalEndpoint.ToString()!;

    public bool WasVisited => _listener.Pending();

    public void Dispose() => _listener.Dispose();
}
