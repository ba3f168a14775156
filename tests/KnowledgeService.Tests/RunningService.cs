using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;

namespace KnowledgeService.Tests;

/// <summary>The service as a user starts it, on a free port of loopback, over simulated sources.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private readonly string[] _more;
    private WebApplication _app = null!;

    public RunningService()
        : this([])
    {
    }

    internal RunningService(params string[] more) => _more = more;

    public Uri Address => new(_app.Urls.Single());

    internal IServiceProvider Services => _app.Services;

    /// <summary>A port that was free just now, for a service that must know its address before it starts.</summary>
    internal static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask InitializeAsync()
    {
        _app = await KnowledgeApp.CreateAsync(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None", "--Logging:LogLevel:Polly", "None", .. _more]);
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    /// <summary>Somebody with a cookie jar of their own.</summary>
    internal HttpClient Visitor() => new() { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };

    internal async Task<HttpClient> ReaderAsync(string name, CancellationToken token)
    {
        HttpClient visitor = Visitor();
        (await visitor.PostAsJsonAsync("session", new { Name = name }, token)).EnsureSuccessStatusCode();
        return visitor;
    }
}
