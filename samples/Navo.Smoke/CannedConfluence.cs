using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Navo.Smoke;

/// <summary>The least of a Confluence that a native program can talk to: a few fixed answers on a loopback socket.</summary>
internal sealed class CannedConfluence : IDisposable
{
    private static readonly (string Path, string Json)[] Answers =
    [
        ("/permission/check", """{"hasPermission":true}"""),
        ("/rest/api/search", """{"results":[{"content":{"id":"42","type":"page","title":"Native","space":{"key":"ENG"}},"title":"Native"}],"totalSize":1,"_links":{}}"""),
        ("/pages/42/attachments", """{"results":[],"_links":{}}"""),
        ("/pages/42", """{"id":"42","status":"current","title":"Native","spaceId":"9","version":{"number":1},"body":{"storage":{"value":"<p>It <strong>runs</strong>.</p>"}},"labels":{"results":[],"meta":{"hasMore":false}}}"""),
        ("/spaces/9", """{"id":"9","key":"ENG","name":"Engineering"}"""),
    ];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public Uri Start(CancellationToken cancellationToken)
    {
        _listener.Start();
        _ = AcceptAsync(cancellationToken);
        return new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            TcpClient client = await _listener.AcceptTcpClientAsync(cancellationToken);
            _ = AnswerAsync(client, cancellationToken);
        }
    }

    private static async Task AnswerAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using (client)
        {
            await using NetworkStream stream = client.GetStream();
            byte[] buffer = new byte[16_384];
            int read = await stream.ReadAsync(buffer, cancellationToken);
            string target = Encoding.ASCII.GetString(buffer, 0, read).Split(' ')[1];
            string json = Answers.First(a => target.Contains(a.Path, StringComparison.Ordinal)).Json;
            string head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head + json), cancellationToken);
        }
    }
}
