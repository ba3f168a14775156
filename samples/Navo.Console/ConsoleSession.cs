using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using Navo.Integrations.SharePoint;

namespace Navo.Console;

/// <summary>The integrations that a configuration sets up, for the length of one command.</summary>
internal sealed class ConsoleSession : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public ConsoleSession(IConfiguration configuration)
    {
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddNavoIntegrations(configuration);
        _services = services.BuildServiceProvider();
    }

    public IIntegrationMetrics Metrics => _services.GetRequiredService<IIntegrationMetrics>();

    private IIntegrationCatalog Catalog => _services.GetRequiredService<IIntegrationCatalog>();

    /// <summary>The user's configuration: appsettings.json, config.yaml, user secrets, environment; the later goes over the earlier.</summary>
    public static IConfiguration ReadConfiguration() => new ConfigurationBuilder()
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

        IIntegration[] all = [.. Catalog];
        return all.Length switch
        {
            1 => all[0],
            0 => throw new ConfigurationException("No integration is configured.")
            {
                Remedy = "Set Navo__Integrations__Confluence__BaseUrl, __Username and __ApiToken or Navo__Integrations__SharePoint__TenantId, __ClientId and __ClientSecret in the environment, or try the demo command.",
            },
            _ => throw new ConfigurationException($"Several integrations are configured: name one with --source ({string.Join(", ", all.Select(i => i.Name))})."),
        };
    }

    /// <summary>A reader as the command line names one: <c>service</c>, <c>scheme:value</c>, or a bare value, which is an id of the source's own kind.</summary>
    public AccessContext Reader(string text, IIntegration source)
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

    private string NativeScheme(IIntegration source)
    {
        if (source is ISharePointClient)
        {
            return PrincipalSchemes.UserPrincipalName;
        }

        ConfluenceOptions options = _services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<ConfluenceOptions>>().Get(source.Name.Instance);
        bool isCloud = options.Deployment == ConfluenceDeployment.Cloud
            || (options.Deployment == ConfluenceDeployment.Auto && options.BaseUrl!.Host.EndsWith("atlassian.net", StringComparison.OrdinalIgnoreCase));
        return isCloud ? PrincipalSchemes.AtlassianAccount : PrincipalSchemes.ConfluenceUsername;
    }
}
