using Microsoft.Extensions.Configuration;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers every integration that an application's configuration sets up.</summary>
public static class NavoIntegrationsConfigurationExtensions
{
    private static readonly string[] Kinds = ["confluence", "sharepoint", "enterprise-gpt", "openai", "knowledge-assistant", "extraction", "redis"];

    /// <summary>Registers every integration that the configuration sets up, the knowledge assistant over them, and the extraction of text out of files.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configuration">The application's configuration, with <c>Navo:Integrations</c> or <c>integrations</c> in it.</param>
    /// <returns>The builder, for what code configures beside it.</returns>
    /// <exception cref="ConfigurationException">A key is unknown or cannot be read; the message names it.</exception>
    public static INavoIntegrationsBuilder AddNavoIntegrations(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddNavoIntegrations()
            .AddSharedConfiguration(configuration, Kinds)
            .AddConfluence(configuration)
            .AddSharePoint(configuration)
            .AddEnterpriseGpt(configuration)
            .AddKnowledgeAssistant(configuration)
            .AddTextExtraction(configuration);
    }
}
