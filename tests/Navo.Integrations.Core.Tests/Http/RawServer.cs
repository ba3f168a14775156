using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>A loopback socket that answers the nth connection with the bytes, and the silence, of a script.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<int, Socket, CancellationToken, Task> _script;
    private readonly Task _accepting;
    private int _connections;

    public RawServer(Func<int, Socket, CancellationToken, Task> script)
    {
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Answers whole.</summary>
    public static async Task WriteAsync(Socket socket, string headers, byte[] body, CancellationToken token)
    {
        await ReadRequestAsync(socket, token);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {headers}\r\nConnection: close\r\n\r\n"), token);
        await socket.SendAsync(body, token);
    }

    public static Task WriteJsonAsync(Socket socket, string body, CancellationToken token) =>
        WriteAsync(socket, $"200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}", Encoding.ASCII.GetBytes(body), token);

    /// <summary>Ends the connection with a reset instead of an orderly close.</summary>
    public static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    /// <summary>Reads the head of a request.</summary>
    public static async Task<string> ReadRequestAsync(Socket socket, CancellationToken token)
    {
        var text = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            int read = await socket.ReceiveAsync(buffer, token);
            if (read == 0)
            {
                break;
            }

            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        // the loop ends before its listener does: a listener that stopped refuses the loop's next accept with another exception
        await _stop.CancelAsync();
        await _accepting.WaitAsync(HttpHarness.Patience);
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
                serving.Add(ServeAsync(socket, Interlocked.Increment(ref _connections)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket socket, int number)
    {
        using (socket)
        {
            try
            {
                await _script(number, socket, _stop.Token);
            }
            catch (Exception gone) when (gone is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // the client has left, or the test is over
            }
        }
    }
}
