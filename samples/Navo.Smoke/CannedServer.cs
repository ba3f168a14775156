using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Navo.Smoke;

/// <summary>A loopback socket that gives one answer a connection: a native program needs no more of a server.</summary>
internal abstract class CannedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public Uri Start(CancellationToken cancellationToken)
    {
        _listener.Start();
        _ = AcceptAsync(cancellationToken);
        return new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>Reads the request and says what answers it.</summary>
    protected abstract Task<(string Type, string Body)> AnswerAsync(NetworkStream request, CancellationToken cancellationToken);

    private async Task AcceptAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            TcpClient client = await _listener.AcceptTcpClientAsync(cancellationToken);
            _ = ServeAsync(client, cancellationToken);
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using (client)
        {
            await using NetworkStream stream = client.GetStream();
            (string type, string body) = await AnswerAsync(stream, cancellationToken);
            string head = $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head + body), cancellationToken);
        }
    }
}
