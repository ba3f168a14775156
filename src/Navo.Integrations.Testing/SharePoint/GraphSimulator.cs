using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint.Http;

namespace Navo.Integrations.Testing.SharePoint;

/// <summary>
/// A Microsoft Graph to test against: a stateful server on a loopback socket that serves a <see cref="GraphTenant"/> in the vendor's shapes, with an authority that gives
/// tokens, and a second host for bytes. It breaks on demand. All members are safe for concurrent use.
/// </summary>
public sealed class GraphSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly WebApplication _content;
    private readonly GraphServer _server;
    private readonly RequestLog _log;
    private readonly Uri _root;

    private GraphSimulator(WebApplication app, WebApplication content, GraphServer server, RequestLog log, Uri root) =>
        (_app, _content, _server, _log, _root) = (app, content, server, log, root);

    /// <summary>The address of Graph with its version, to configure as <c>GraphBaseUrl</c>.</summary>
    public Uri GraphUrl => new(_root, "v1.0");

    /// <summary>The authority, to configure as <c>AuthorityHost</c>.</summary>
    public Uri AuthorityUrl => _root;

    /// <summary>The tenant's id.</summary>
    public string TenantId => _server.Tenant.TenantId;

    /// <summary>The application's id.</summary>
    public string ClientId => _server.Tokens.ClientId;

    /// <summary>The application's secret; set it to rotate it.</summary>
    public string ClientSecret
    {
        get => _server.Tokens.ClientSecret;
        set => _server.Tokens.ClientSecret = value;
    }

    /// <summary>The tenant that is served; changes show in the next answer.</summary>
    public GraphTenant Tenant => _server.Tenant;

    /// <summary>The faults to inject; empty at first. A rule whose path begins with <c>$batch/</c> strikes a request within a batch.</summary>
    public FaultPlan Faults => _server.Faults;

    /// <summary>The requests so far, those to the authority and to the host of bytes included, in the order in which their answers began.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    /// <summary>How many tokens the authority gave.</summary>
    public int IssuedTokens => _server.Tokens.Issued;

    /// <summary>Whether Graph asks for claims that a token has only after it was asked for with them.</summary>
    public bool DemandsClaims
    {
        get => _server.DemandsClaims;
        set => _server.DemandsClaims = value;
    }

    /// <summary>What each answer tells of the quota: its size, what is left, and in how many seconds it is renewed; null to tell nothing.</summary>
    public (int Limit, int Remaining, int Reset)? Quota
    {
        get => _server.Quota;
        set => _server.Quota = value;
    }

    /// <summary>Starts a simulator. Dispose it to free the ports.</summary>
    /// <param name="options">The options; all defaults if null.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The simulator.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<GraphSimulator> StartAsync(GraphSimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        GraphServer server = new(options, options.Tenant ?? GraphTenant.CreateBelievable(options.TimeProvider), new(options.Seed, options.TimeProvider));
        RequestLog log = new();
        WebApplication content = Build(0, http => ContentHost.AnswerAsync(http, server.Tickets, log));
        WebApplication app = Build(options.Port, http => AnswerAsync(http, server, log));
        await content.StartAsync(cancellationToken).ConfigureAwait(false);
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        server.ContentUrl = AddressOf(content);
        server.GraphUrl = new Uri(AddressOf(app), "v1.0").AbsoluteUri;
        return new(app, content, server, log, AddressOf(app));
    }

    /// <summary>A token of the application, as the authority would give it.</summary>
    /// <returns>The token.</returns>
    public string AppToken() => _server.Tokens.Issue(null);

    /// <summary>A token of a user to Graph.</summary>
    /// <param name="userId">The user.</param>
    /// <returns>The token.</returns>
    public string UserToken(string userId) => _server.Tokens.Issue(userId);

    /// <summary>The token with which a user calls the application, to be exchanged on behalf of the user.</summary>
    /// <param name="userId">The user.</param>
    /// <returns>The token.</returns>
    public string AssertionOf(string userId) => _server.Tokens.AssertionOf(userId);

    /// <summary>Ends all tokens given so far.</summary>
    public void RevokeTokens() => _server.Tokens.Revoke();

    /// <summary>Forgets the recorded requests.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Stops the server; open connections are broken off.</summary>
    /// <returns>A task that ends when it is down.</returns>
    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource now = new();
        await now.CancelAsync().ConfigureAwait(false);
        foreach (WebApplication app in (WebApplication[])[_app, _content])
        {
            await app.StopAsync(now.Token).ConfigureAwait(false);
            await app.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static WebApplication Build(int port, RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        WebApplication app = builder.Build();
        app.Run(answer);
        return app;
    }

    private static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    private static async Task AnswerAsync(HttpContext http, GraphServer server, RequestLog log)
    {
        using StreamReader reader = new(http.Request.Body, Encoding.UTF8);
        string body = await reader.ReadToEndAsync(http.RequestAborted).ConfigureAwait(false);
        RecordedExchange exchange = new(http, body, log, server.Tokens.Read(http.Request.Headers.Authorization.ToString()));
        await exchange.RunAsync(() => server.Faults.ApplyAsync(http, _ => WriteAsync(http, server, body))).ConfigureAwait(false);
    }

    private static async Task WriteAsync(HttpContext http, GraphServer server, string body)
    {
        Dictionary<string, string> query = GraphServer.FormOf(http.Request.QueryString.Value ?? string.Empty);
        string path = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
        GraphAnswer answer = server.Answer(http.Request.Headers.Authorization.ToString(), http.Request.Method, path, query, body);
        byte[] bytes = Encoding.UTF8.GetBytes(answer.Body?.ToJsonString() ?? string.Empty);
        http.Response.StatusCode = answer.Status;
        http.Response.ContentLength = bytes.Length;
        http.Response.ContentType = bytes.Length > 0 ? "application/json" : null;
        foreach ((string name, string value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        await http.Response.Body.WriteAsync(bytes, http.RequestAborted).ConfigureAwait(false);
    }
}
