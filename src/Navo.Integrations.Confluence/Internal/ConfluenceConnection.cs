using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Http.OAuth;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>
/// One instance's options, address and credentials. The address, the kind of credentials and the HTTP options are read once; the credentials themselves, spaces and limits follow changes of the configuration.
/// </summary>
internal sealed class ConfluenceConnection : IDisposable
{
    private readonly IntegrationName _name;
    private readonly TimeProvider _time;
    private readonly IDisposable? _subscription;
    private readonly CallbackCredentialSource _configured;
    private readonly CloudIdSource _cloudId;
    private readonly IOptionsMonitor<ConfluenceOptions> _monitor;
    private ConfluenceSettings _settings;

    public ConfluenceConnection(IServiceProvider services, IntegrationName name)
    {
        _name = name;
        _time = services.GetRequiredService<TimeProvider>();
        _monitor = services.GetRequiredService<IOptionsMonitor<ConfluenceOptions>>();
        _settings = new(_monitor.Get(name.Instance));
        Endpoint = ConfluenceEndpoint.From(_settings.Options);
        _configured = new(token => ConfluenceCredentials.ReadAsync(_monitor.Get(name.Instance), token));
        Credentials = _settings.Options.OAuth.IsConfigured ? CreateTokenSource(services) : _configured;
        IHttpClientFactory clients = services.GetRequiredService<IHttpClientFactory>();
        _cloudId = new(token => AskForCloudIdAsync(clients, token));
        _subscription = _monitor.OnChange((options, instance) =>
        {
            if (instance == name.Instance)
            {
                _settings = new(options);
                _configured.Invalidate();
            }
        });
    }

    public ConfluenceEndpoint Endpoint { get; }

    public ICredentialSource Credentials { get; }

    public ConfluenceSettings Settings => Volatile.Read(ref _settings);

    public IntegrationHttpSettings HttpSettings => SettingsFor(Endpoint.AllowedOrigins, Credentials);

    /// <summary>For the question about the cloud id, which goes to the site itself and without credentials, or with a consent's token to the gateway.</summary>
    public IntegrationHttpSettings DiscoveryHttpSettings => ActsForConsent
        ? HttpSettings
        : SettingsFor([Endpoint.ApiBase], new CallbackCredentialSource(static _ => default));

    /// <summary>For the token endpoint of OAuth.</summary>
    public IntegrationHttpSettings TokenHttpSettings => OAuthHttpSettings.For(HttpSettings, _settings.Options.OAuth.TokenUrl);

    /// <summary>What an edition needs on the way to its address: Data Center that the account is known, Cloud's gateway that requests are moved there.</summary>
    public DelegatingHandler CreateAddressHandler() => Endpoint switch
    {
        { IsCloud: false } => new KnownUserHandler(Endpoint.ApiBase, Credentials, _time),
        { GatewayToDiscover: not null } => new GatewayAddressHandler(Endpoint, _cloudId),
        _ => new PassThroughHandler(),
    };

    public void Dispose()
    {
        _subscription?.Dispose();
        _cloudId.Dispose();
    }

    private bool ActsForConsent => _settings.Options.OAuth is { IsConfigured: true, Grant: OAuthGrant.RefreshToken };

    private OAuthTokenSource CreateTokenSource(IServiceProvider services)
    {
        IHttpClientFactory clients = services.GetRequiredService<IHttpClientFactory>();
        return new(
            () => Settings.Options.OAuth,
            () => clients.CreateClient(ConfluenceDefaults.TokenClientName(_name)),
            _settings.Options.GetOAuthTokenStore() ?? services.GetKeyedService<IOAuthTokenStore>(_name.ToString()),
            _time);
    }

    private async Task<string> AskForCloudIdAsync(IHttpClientFactory clients, CancellationToken cancellationToken)
    {
        using HttpClient client = clients.CreateClient(ConfluenceDefaults.DiscoveryClientName(_name));
        CloudIdQuestion question = new(client, Endpoint.ApiBase);
        return ActsForConsent
            ? await question.ToConsentAsync(_settings.Options.GatewayUrl, cancellationToken).ConfigureAwait(false)
            : await question.ToSiteAsync(cancellationToken).ConfigureAwait(false);
    }

    private IntegrationHttpSettings SettingsFor(IReadOnlyList<Uri> origins, ICredentialSource credentials) => new()
    {
        Integration = _name,
        Options = _settings.Options.Http,
        TotalTimeout = _settings.Options.Timeout,
        AllowedOrigins = origins,
        Credentials = credentials,
        ErrorBodies = new ConfluenceErrorBodies(),
        Tls = _settings.Options.Tls,
        IsSafeToRepeat = IsReadByPost,
    };

    /// <summary>The questions of the API that are asked with POST and change nothing.</summary>
    private static bool IsReadByPost(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && request.RequestUri?.AbsolutePath is { } path
        && (path.EndsWith("/permission/check", StringComparison.Ordinal)
            || path.EndsWith("/content/convert-ids-to-types", StringComparison.Ordinal)
            || path.EndsWith("/users-bulk", StringComparison.Ordinal));

    private sealed class PassThroughHandler : DelegatingHandler;
}
