using Microsoft.AspNetCore.Builder;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.Hosting;

namespace Navo.Integrations.Testing.Confluence;

/// <summary>
/// A Confluence to test against: a stateful server on a loopback socket that serves a <see cref="ConfluenceSite"/> in the vendor's
/// shapes, obeys the calling account's rights, and breaks on demand. All members are safe for concurrent use.
/// </summary>
public sealed partial class ConfluenceSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SimulatorContext _context;
    private readonly RequestLog _log;

    private ConfluenceSimulator(WebApplication app, SimulatorContext context, RequestLog log, FaultPlan faults)
    {
        (_app, _context, _log, Faults) = (app, context, log, faults);
    }

    /// <summary>The base address to configure: the site's root in Cloud, the gateway's address or the context path in the other editions.</summary>
    public Uri BaseUrl => _context.Edition switch
    {
        ConfluenceEdition.Cloud => _context.Root,
        ConfluenceEdition.CloudGateway => GatewayUrl,
        _ => new Uri(_context.LinkBase),
    };

    /// <summary>The address at which Cloud's gateway takes scoped tokens.</summary>
    public Uri GatewayUrl => new(_context.Root, _context.GatewayPath);

    /// <summary>The site's cloud id.</summary>
    public string CloudId => Site.CloudId;

    /// <summary>The authorization server of Cloud: an OAuth client and what was granted to it. Its tokens work at the gateway.</summary>
    public SimulatedOAuth OAuth => _context.OAuth;

    /// <summary>The token endpoint of <see cref="OAuth"/>.</summary>
    public Uri TokenUrl => new(_context.Root, OAuthResources.TokenPath);

    /// <summary>The root address: that of the site in Cloud.</summary>
    public Uri SiteUrl => _context.Root;

    /// <summary>The site that is served; changes show in the next answer.</summary>
    public ConfluenceSite Site => _context.Site;

    /// <summary>The faults to inject; empty at first.</summary>
    public FaultPlan Faults { get; }

    /// <summary>Observed misbehaviours in paging; all off at first.</summary>
    public ConfluenceQuirks Quirks => _context.Quirks;

    /// <summary>The requests so far, in the order in which their answers began; one whose answer a caller has is among them.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    /// <summary>The user part of the service account's credentials: the administrator with the smallest account id.</summary>
    public string Username => Service.Username;

    /// <summary>The service account's token, of the kind that fits the edition.</summary>
    public string ApiToken => Service.ApiToken;

    /// <summary>All active accounts of the site, with credentials that fit the edition.</summary>
    public IReadOnlyList<SimulatorAccount> Accounts => [.. Site.State.Users.Values.Where(u => u.IsActive).Select(ToAccount)];

    private SimulatorAccount Service => ToAccount(Site.State.Users.Values.First(u => u.IsAdministrator));

    /// <summary>Starts a simulator. Dispose it to free the port.</summary>
    /// <param name="options">The options; all defaults if null.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ConfluenceSimulator> StartAsync(
        ConfluenceSimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ConfluenceSimulatorOptions();
        var context = new SimulatorContext(options, options.Site ?? ConfluenceSite.CreateKnowledgeBase(options.TimeProvider));
        var faults = new FaultPlan(options.Seed, options.TimeProvider);
        var log = new RequestLog();
        var app = Build(options.Port, context, faults, log);
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        context.Root = LoopbackServer.AddressOf(app);
        return new ConfluenceSimulator(app, context, log, faults);
    }

    /// <summary>The credentials of the account with this login name.</summary>
    /// <param name="username">The login name, for instance <c>ada</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such account.</exception>
    public SimulatorAccount Account(string username) => ToAccount(
        Site.State.Users.Values.FirstOrDefault(u => u.Username.Equals(username, StringComparison.OrdinalIgnoreCase))
        ?? throw new KeyNotFoundException("The site has no account with this login name."));

    /// <summary>Forgets the recorded requests.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Stops the server; open connections are broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        await LoopbackServer.StopAsync(_app).ConfigureAwait(false);
        _context.Webhooks.Dispose();
    }

    private static WebApplication Build(int port, SimulatorContext context, FaultPlan faults, RequestLog log)
    {
        var app = LoopbackServer.Create(port);
        var pipeline = new RequestPipeline(context, log);
        app.Use(next => http => pipeline.RecordAsync(http, next));
        app.Use(next => http => faults.ApplyAsync(http, next));
        app.UseRouting();
        SimulatorRoutes.Map(app, pipeline, context);
        return app;
    }

    private SimulatorAccount ToAccount(SimulatedUser user) => _context.Edition switch
    {
        ConfluenceEdition.DataCenter => new(user.DisplayName, user.UserKey, user.Username, user.PersonalAccessToken),
        ConfluenceEdition.CloudGateway => new(user.DisplayName, user.AccountId, user.Email, user.ScopedToken),
        _ => new(user.DisplayName, user.AccountId, user.Email, user.ApiToken),
    };
}
