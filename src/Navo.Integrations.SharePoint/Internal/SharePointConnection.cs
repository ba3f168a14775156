using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// One instance's options, address and credentials. The addresses and the HTTP options are read once; the credentials themselves, sites and limits follow changes of the configuration.
/// </summary>
internal sealed class SharePointConnection : IDisposable
{
    private readonly IntegrationName _name;
    private readonly IDisposable? _subscription;
    private SharePointSettings _settings;

    public SharePointConnection(IServiceProvider services, IntegrationName name)
    {
        _name = name;
        TimeProvider time = services.GetRequiredService<TimeProvider>();
        IOptionsMonitor<SharePointOptions> monitor = services.GetRequiredService<IOptionsMonitor<SharePointOptions>>();
        _settings = new(monitor.Get(name.Instance));
        Endpoint = SharePointEndpoint.From(_settings.Options);
        IHttpClientFactory clients = services.GetRequiredService<IHttpClientFactory>();
        AzureCredentials azure = new(Endpoint, () => clients.CreateClient(SharePointDefaults.TokenClientName(name)));
        Credentials = new(azure, () => Settings.Options, Endpoint.Scope, time);
        Pacer = services.GetRequiredService<ResourceUnitPacers>().Of(QuotaKey, _settings.Options.ResourceUnitsPerMinute);
        _subscription = monitor.OnChange((options, instance) =>
        {
            if (instance == name.Instance)
            {
                _settings = new(options);
                _ = Credentials.RenewAllAsync().AsTask().ContinueWith(static done => done.Exception, TaskScheduler.Default); // the next call reports what is wrong
            }
        });
    }

    public SharePointEndpoint Endpoint { get; }

    public GraphCredentials Credentials { get; }

    public ResourceUnitPacer Pacer { get; }

    public SharePointSettings Settings => Volatile.Read(ref _settings);

    /// <summary>Whether the configured token is a user's, so that it shows what that user sees and no more.</summary>
    public bool IsDelegated => !string.IsNullOrEmpty(Settings.Options.AccessToken) && !AccessTokenKind.IsApplication(Settings.Options.AccessToken);

    public IntegrationHttpSettings HttpSettings => new()
    {
        Integration = _name,
        Options = Settings.Options.Http,
        TotalTimeout = Settings.Options.Timeout,
        AllowedOrigins = [Endpoint.GraphBase],
        Credentials = Credentials,
        ErrorBodies = new GraphErrorBodies(),
        IsSafeToRepeat = request => IsReadByPost(request) || IsUpkeep(request),
        QuotaKey = QuotaKey,
        Pacer = Pacer,
    };

    /// <summary>For the authority: without credentials, for those are what it gives.</summary>
    public IntegrationHttpSettings TokenHttpSettings => new()
    {
        Integration = _name,
        Options = Settings.Options.Http,
        TotalTimeout = Settings.Options.Timeout,
        AllowedOrigins = [Endpoint.Authority],
        Credentials = new CallbackCredentialSource(static _ => default),
        ErrorBodies = new EntraErrorBodies(),
        IsSafeToRepeat = static _ => true,
    };

    public void Dispose() => _subscription?.Dispose();

    /// <summary>Microsoft counts by application and tenant.</summary>
    private string QuotaKey => $"graph {Endpoint.GraphBase.Authority} {_settings.Options.TenantId} {_settings.Options.ClientId}".ToLowerInvariant();

    /// <summary>The questions that are asked with POST and change nothing. Batches hold nothing but such questions.</summary>
    private static bool IsReadByPost(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && request.RequestUri?.AbsolutePath is { } path
        && (path.EndsWith("/search/query", StringComparison.Ordinal)
            || path.EndsWith("/$batch", StringComparison.Ordinal)
            || path.EndsWith("/checkMemberGroups", StringComparison.Ordinal));

    /// <summary>Renewing, authorizing and ending a subscription come to the same when they are done twice; making one does not.</summary>
    private bool IsUpkeep(HttpRequestMessage request) => request.RequestUri?.AbsolutePath.StartsWith($"{Endpoint.GraphBase.AbsolutePath}/subscriptions/", StringComparison.Ordinal) is true;
}
