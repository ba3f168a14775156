using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;

namespace KnowledgeService.Tests;

/// <summary>The service as a user starts it, on a free port of loopback, over simulated sources.</summary>
public sealed class RunningService : IAsyncLifetime
{
    /// <summary>Sources on loopback do not fail, but a machine may be busy: what they may take is not what is tested.</summary>
    private static readonly string[] Patience = [.. ((string[])["SearchTimeout", "ContentTimeout", "PermissionTimeout"]).SelectMany(key => (string[])[$"--Navo:Integrations:KnowledgeAssistant:{key}", "00:02:00"])];

    private readonly string[] _more;
    private WebApplication _app = null!;

    public RunningService()
        : this([])
    {
    }

    internal RunningService(params string[] more) => _more = more;

    public Uri Address => new(_app.Urls.Single());

    internal IServiceProvider Services => _app.Services;

    /// <summary>A service that must know its address before it starts, at a port that was free just now. Where somebody was quicker, at another.</summary>
    internal static async Task<RunningService> StartAsync(Func<int, string[]> settings)
    {
        for (int attempt = 1; ; attempt++)
        {
            RunningService service = new(settings(FreePort()));
            try
            {
                await service.InitializeAsync();
                return service;
            }
            catch (IOException taken) when (taken.InnerException is AddressInUseException && attempt < 5)
            {
                await service.DisposeAsync();
            }
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask InitializeAsync()
    {
        _app = await KnowledgeApp.CreateAsync(["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None", "--Logging:LogLevel:Polly", "None", .. Patience, .. _more]);
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    /// <summary>Somebody with a cookie jar of their own.</summary>
    internal HttpClient Visitor() => new() { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(3) };

    internal async Task<HttpClient> ReaderAsync(string name, CancellationToken token)
    {
        HttpClient visitor = Visitor();
        (await visitor.PostAsJsonAsync("session", new { Name = name }, token)).EnsureSuccessStatusCode();
        return visitor;
    }
}
