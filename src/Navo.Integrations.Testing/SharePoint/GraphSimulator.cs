using Microsoft.AspNetCore.Builder;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.Hosting;
using Navo.Integrations.Testing.SharePoint.Http;

namespace Navo.Integrations.Testing.SharePoint;

/// <summary>
/// A Microsoft Graph to test against: a stateful server on a loopback socket that serves a <see cref="GraphTenant"/> in the vendor's shapes, with an authority that gives
/// tokens, and a second host for bytes. It breaks on demand. All members are safe for concurrent use.
/// </summary>
public sealed partial class GraphSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly WebApplication _content;
    private readonly GraphServer _server;
    private readonly RequestLog _log;

    private GraphSimulator(WebApplication app, WebApplication content, GraphServer server, RequestLog log) =>
        (_app, _content, _server, _log) = (app, content, server, log);

    /// <summary>The address of Graph with its version, to configure as <c>GraphBaseUrl</c>.</summary>
    public Uri GraphUrl => new(_server.GraphUrl);

    /// <summary>The authority, to configure as <c>AuthorityHost</c>.</summary>
    public Uri AuthorityUrl => _server.Root;

    /// <summary>The host of bytes, where downloads are redirected to. It takes no token.</summary>
    public Uri ContentUrl => _server.ContentUrl;

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

    /// <summary>The faults to inject; empty at first. A rule whose path begins with <c>$batch/</c> strikes a request within a batch; one for <c>/download/</c> strikes the host of bytes.</summary>
    public FaultPlan Faults => _server.Faults;

    /// <summary>Observed misbehaviours in paging; all off at first.</summary>
    public GraphQuirks Quirks => _server.Quirks;

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
        WebApplication content = LoopbackServer.Create(0);
        content.Run(http => ContentHost.AnswerAsync(http, server, log));
        WebApplication app = LoopbackServer.Create(options.Port);
        app.Run(http => GraphHost.AnswerAsync(http, server, log));
        await content.StartAsync(cancellationToken).ConfigureAwait(false);
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        server.ContentUrl = LoopbackServer.AddressOf(content);
        server.Root = LoopbackServer.AddressOf(app);
        return new(app, content, server, log);
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

    /// <summary>Ends all tokens of feeds of changes given so far: whoever comes with one is told to begin again.</summary>
    public void EndDeltaTokens() => _server.EndDeltaTokens();

    /// <summary>Forgets the recorded requests.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Stops the server; open connections are broken off.</summary>
    /// <returns>A task that ends when it is down.</returns>
    public async ValueTask DisposeAsync()
    {
        await LoopbackServer.StopAsync(_app).ConfigureAwait(false);
        await LoopbackServer.StopAsync(_content).ConfigureAwait(false);
        _server.Subscriptions.Dispose();
    }
}
