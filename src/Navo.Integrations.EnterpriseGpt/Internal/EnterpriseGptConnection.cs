using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>One instance's options, address and keys. Address, organization, project, HTTP options, API and another chat client are read once; the rest follows changes of the configuration.</summary>
internal sealed class EnterpriseGptConnection : IDisposable
{
    private const string Domain = "openai.com";
    private const string Host = $"api.{Domain}";

    private readonly IntegrationName _name;
    private readonly string _quotaKey;
    private readonly IDisposable? _subscription;
    private EnterpriseGptOptions _options;

    public EnterpriseGptConnection(IServiceProvider services, IntegrationName name)
    {
        _name = name;
        IOptionsMonitor<EnterpriseGptOptions> monitor = services.GetRequiredService<IOptionsMonitor<EnterpriseGptOptions>>();
        _options = monitor.Get(name.Instance);
        BaseUrl = new($"{_options.BaseUrl.AbsoluteUri.TrimEnd('/')}/");
        (OrganizationId, ProjectId) = (_options.OrganizationId, _options.ProjectId);
        Realm = $"{BaseUrl} {OrganizationId} {ProjectId}";
        CallbackCredentialSource? callback = _options.GetCredentials() is { } own ? new(own) : null;
        Credentials = callback ?? (ICredentialSource)new RotatingKeys(() => Options);
        AdminCredentials = new CallbackCredentialSource(_ => ValueTask.FromResult(Options.AdminApiKey is { Length: > 0 } key ? RequestCredential.Bearer(key) : null));
        _quotaKey = $"openai {BaseUrl.Authority} {OrganizationId} {ProjectId} {OwnerOf(_options)}".ToLowerInvariant();
        Pacer = services.GetRequiredService<TokenPacers>().Of(_quotaKey);
        _subscription = monitor.OnChange((options, instance) =>
        {
            if (instance == name.Instance)
            {
                Volatile.Write(ref _options, options);
                callback?.Invalidate();
                AdminCredentials.Invalidate();
            }
        });
    }

    public Uri BaseUrl { get; }

    /// <summary>Whether the address is OpenAI's own, and not that of a compatible server.</summary>
    public bool IsOpenAi => BaseUrl.Host == Host || BaseUrl.Host.EndsWith($".{Domain}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether requests are processed in a region of their own, which costs more.</summary>
    public bool IsRegional => IsOpenAi && BaseUrl.Host != Host;

    public string? OrganizationId { get; }

    public string? ProjectId { get; }

    /// <summary>Where its answers come from, as part of cache keys.</summary>
    public string Realm { get; }

    public ICredentialSource Credentials { get; }

    public CallbackCredentialSource AdminCredentials { get; }

    public TokenPacer Pacer { get; }

    public EnterpriseGptOptions Options => Volatile.Read(ref _options);

    public IntegrationHttpSettings HttpSettings => Settings(Credentials, _quotaKey, Pacer);

    /// <summary>For the administration endpoints, whose key opens nothing else and whose limits are their own.</summary>
    public IntegrationHttpSettings AdminHttpSettings => Settings(AdminCredentials, $"{_quotaKey} admin", null);

    public void Dispose() => _subscription?.Dispose();

    /// <summary>Where neither organization nor project is named, the key alone says whose quota is used: by its digest here, for it is a secret.</summary>
    private string OwnerOf(EnterpriseGptOptions options) => (OrganizationId ?? ProjectId) is not null ? string.Empty
        : options.ApiKey is { Length: > 0 } key && options.GetCredentials() is null ? ContextKey.Of(key)
        : _name.ToString();

    /// <summary>
    /// Every POST of this package reads: with <c>store: false</c> an answer leaves nothing behind. One that is asked for again after a failure can cost its tokens twice.
    /// </summary>
    private IntegrationHttpSettings Settings(ICredentialSource credentials, string quotaKey, IRequestPacer? pacer) => new()
    {
        Integration = _name,
        Options = Options.Http,
        TotalTimeout = Options.Timeout,
        AllowedOrigins = [BaseUrl],
        Credentials = credentials,
        ErrorBodies = new OpenAiErrorBodies(),
        IsSafeToRepeat = static request => request.Method == HttpMethod.Post,
        QuotaKey = quotaKey,
        Pacer = pacer,
    };
}
