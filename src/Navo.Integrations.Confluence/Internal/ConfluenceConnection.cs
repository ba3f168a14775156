using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>
/// One instance's options, address and credentials. The address and the HTTP options are read once; credentials, spaces and limits follow changes of the configuration.
/// </summary>
internal sealed class ConfluenceConnection : IDisposable
{
    private readonly IntegrationName _name;
    private readonly TimeProvider _time;
    private readonly IDisposable? _subscription;
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
        Credentials = new CallbackCredentialSource(token => ConfluenceCredentials.ReadAsync(_monitor.Get(name.Instance), token));
        _cloudId = new(services.GetRequiredService<IHttpClientFactory>(), ConfluenceDefaults.DiscoveryClientName(name), Endpoint.ApiBase);
        _subscription = _monitor.OnChange((options, instance) =>
        {
            if (instance == name.Instance)
            {
                _settings = new(options);
                Credentials.Invalidate();
            }
        });
    }

    public ConfluenceEndpoint Endpoint { get; }

    public CallbackCredentialSource Credentials { get; }

    public ConfluenceSettings Settings => Volatile.Read(ref _settings);

    public IntegrationHttpSettings HttpSettings => SettingsFor(Endpoint.AllowedOrigins, Credentials);

    /// <summary>For the question about the cloud id, which goes to the site itself and without credentials.</summary>
    public IntegrationHttpSettings DiscoveryHttpSettings => SettingsFor([Endpoint.ApiBase], new CallbackCredentialSource(static _ => default));

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

    private IntegrationHttpSettings SettingsFor(IReadOnlyList<Uri> origins, ICredentialSource credentials) => new()
    {
        Integration = _name,
        Options = _settings.Options.Http,
        TotalTimeout = _settings.Options.Timeout,
        AllowedOrigins = origins,
        Credentials = credentials,
        ErrorBodies = new ConfluenceErrorBodies(),
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
