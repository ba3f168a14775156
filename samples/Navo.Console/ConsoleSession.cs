using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using Navo.Integrations.EnterpriseGpt;
using Navo.Integrations.Mcp;
using Navo.Integrations.SharePoint;

namespace Navo.Console;

/// <summary>The integrations that a configuration sets up, for the length of one command.</summary>
internal sealed class ConsoleSession : IAsyncDisposable
{
    /// <summary>The file that keeps what Enterprise GPT used from run to run; without it each run counts for itself.</summary>
    public const string LedgerVariable = "NAVO_USAGE_LEDGER";

    private readonly ServiceProvider _services;

    public ConsoleSession(IConfiguration configuration, IIdentityDirectory? people = null)
    {
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        if (configuration[LedgerVariable] is { Length: > 0 } file)
        {
            services.AddSingleton<IUsageLedger>(_ => new JsonLinesUsageLedger(file));
            KeepsUsage = true;
        }

        if (people is not null)
        {
            services.AddSingleton(people);
        }

        services.AddNavoIntegrations(configuration).AddKnowledgeAssistant().AddAlerts();
        services.AddMcpServer().WithNavoTools();
        services.AddOptions<NavoMcpOptions>().Configure<IOptions<KnowledgeAssistantOptions>>((tools, assistant) => tools.SearchTimeout = assistant.Value.SearchTimeout);
        _services = services.BuildServiceProvider();
    }

    public IIntegrationMetrics Metrics => _services.GetRequiredService<IIntegrationMetrics>();

    /// <summary>Whether what was used outlives this run.</summary>
    public bool KeepsUsage { get; }

    public IFederatedSearch Federation => _services.GetRequiredService<IFederatedSearch>();

    /// <summary>How long all sources may take over one search, be it for a list, for an answer or for a tool.</summary>
    public TimeSpan SearchTimeout => _services.GetRequiredService<IOptions<KnowledgeAssistantOptions>>().Value.SearchTimeout;

    public IKnowledgeAssistant Assistant => _services.GetRequiredService<IKnowledgeAssistant>();

    /// <summary>The integrations that have something to search: an Enterprise GPT only with vector stores.</summary>
    public IReadOnlyList<IIntegration> Searchable => [.. Catalog.Where(integration => integration is not IEnterpriseGptClient || HasStores(integration))];

    public IAlertMonitor Alerts => _services.GetRequiredService<IAlertMonitor>();

    public ICheckpointStore Checkpoints => _services.GetRequiredService<ICheckpointStore>();

    public ISkipLedger SkipLedger => _services.GetRequiredService<ISkipLedger>();

    public ITextExtractor Extractor => _services.GetRequiredService<ITextExtractor>();

    private IIntegrationCatalog Catalog => _services.GetRequiredService<IIntegrationCatalog>();

    /// <summary>The tools of the Model Context Protocol for one reader.</summary>
    public McpServer Tools(ITransport transport, AccessContext reader)
    {
        _services.GetRequiredService<IOptionsMonitor<NavoMcpOptions>>().CurrentValue.Reader = reader;
        return McpServer.Create(transport, _services.GetRequiredService<IOptions<McpServerOptions>>().Value, serviceProvider: _services);
    }

    /// <summary>The user's configuration: appsettings.json, config.yaml, user secrets, environment; the later goes over the earlier.</summary>
    public static IConfiguration ReadConfiguration() => new ConfigurationBuilder()
        .AddInMemoryCollection(SourceDocumentKeys())
        .SetBasePath(Directory.GetCurrentDirectory())
        .AddJsonFile("appsettings.json", optional: true)
        .AddNavoYaml("config.yaml", optional: true)
        .AddUserSecrets(typeof(ConsoleSession).Assembly, optional: true)
        .AddEnvironmentVariables()
        .Build();

    public IIntegration Source(string? name)
    {
        if (name is not null)
        {
            return Catalog[name];
        }

        // An Enterprise GPT without vector stores has nothing to search: it is meant only where nothing else is there.
        IIntegration[] all = Searchable is { Count: > 0 } searchable ? [.. searchable] : [.. Catalog];
        return all.Length switch
        {
            1 => all[0],
            0 => throw new ConfigurationException("No integration is configured.")
            {
                Remedy = "Set Navo__Integrations__Confluence__BaseUrl, __Username and __ApiToken or Navo__Integrations__SharePoint__TenantId, __ClientId and __ClientSecret in the environment, ENTERPRISE_GPT_API_KEY for Enterprise GPT, or try the demo command.",
            },
            _ => throw new ConfigurationException($"Several integrations are configured: name one with --source ({string.Join(", ", all.Select(i => i.Name))})."),
        };
    }

    /// <summary>The sync of the integration of that name, or of the only one.</summary>
    public IContentSync Sync(string? name)
    {
        IntegrationName source = Source(name).Name;
        return _services.GetKeyedService<IContentSync>(source.ToString())
            ?? throw new ConfigurationException("This integration can't be kept in step.") { Remedy = "Name a Confluence or a SharePoint with --source." };
    }

    /// <summary>The Enterprise GPT of that name, or the only one.</summary>
    public IEnterpriseGptClient EnterpriseGpt(string? name)
    {
        if (name is not null)
        {
            return Catalog[name] as IEnterpriseGptClient
                ?? throw new ConfigurationException("Only an Enterprise GPT can answer this command.") { Remedy = "Name one with --source." };
        }

        IEnterpriseGptClient[] all = [.. Catalog.OfType<IEnterpriseGptClient>()];
        return all.Length switch
        {
            1 => all[0],
            0 => throw new ConfigurationException("No Enterprise GPT is configured.")
            {
                Remedy = "Set ENTERPRISE_GPT_API_KEY (and ORGANIZATION_ID) or Navo__Integrations__EnterpriseGpt__ApiKey in the environment, or try the demo command.",
            },
            _ => throw new ConfigurationException($"Several are configured: name one with --source ({string.Join(", ", all.Select(i => i.Name))})."),
        };
    }

    /// <summary>A reader as the command line names one: <c>service</c>, <c>scheme:value</c>, or a bare value, which is an id of the source's own kind, or an e-mail address where all sources are meant.</summary>
    public AccessContext Reader(string text, IIntegration? source)
    {
        if (text == "service")
        {
            return AccessContext.Service;
        }

        string[] schemes =
        [
            PrincipalSchemes.AtlassianAccount, PrincipalSchemes.ConfluenceUserKey, PrincipalSchemes.ConfluenceUsername,
            PrincipalSchemes.EntraObject, PrincipalSchemes.UserPrincipalName, PrincipalSchemes.Email,
        ];
        bool isWhole = schemes.Any(scheme => text.StartsWith(scheme + ":", StringComparison.Ordinal));
        return AccessContext.ForUser(isWhole ? PrincipalId.Parse(text) : new(source is ISharePointClient && Guid.TryParse(text, out _) ? PrincipalSchemes.EntraObject : NativeScheme(source), text));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>The names of the source document; whatever else says something goes over them.</summary>
    private static Dictionary<string, string?> SourceDocumentKeys()
    {
        Dictionary<string, string?> keys = [];
        if (Environment.GetEnvironmentVariable("ENTERPRISE_GPT_API_KEY") is { Length: > 0 } key)
        {
            keys["integrations:openai:api_key"] = key;
            if (Environment.GetEnvironmentVariable("ORGANIZATION_ID") is { Length: > 0 } organization)
            {
                keys["integrations:openai:organization_id"] = organization;
            }
        }

        return keys;
    }

    private bool HasStores(IIntegration integration) =>
        _services.GetRequiredService<IOptionsMonitor<EnterpriseGptOptions>>().Get(integration.Name.Instance).VectorStores.Count > 0;

    private string NativeScheme(IIntegration? source)
    {
        if (source is null or IEnterpriseGptClient)
        {
            return PrincipalSchemes.Email;
        }

        if (source is ISharePointClient)
        {
            return PrincipalSchemes.UserPrincipalName;
        }

        ConfluenceOptions options = _services.GetRequiredService<IOptionsMonitor<ConfluenceOptions>>().Get(source.Name.Instance);
        bool isCloud = options.Deployment == ConfluenceDeployment.Cloud
            || (options.Deployment == ConfluenceDeployment.Auto && options.BaseUrl!.Host.EndsWith("atlassian.net", StringComparison.OrdinalIgnoreCase));
        return isCloud ? PrincipalSchemes.AtlassianAccount : PrincipalSchemes.ConfluenceUsername;
    }
}
