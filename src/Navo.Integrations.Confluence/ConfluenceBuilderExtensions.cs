using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using Navo.Integrations.Confluence.Internal;
using Navo.Integrations.Core.Configuration;
using Navo.Integrations.Core.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Confluence.</summary>
public static class ConfluenceBuilderExtensions
{
    /// <summary>Adds a Confluence that code configures.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options; it goes over what configuration says.</param>
    /// <returns>The builder.</returns>
    public static INavoIntegrationsBuilder AddConfluence(this INavoIntegrationsBuilder builder, Action<ConfluenceOptions> configure) =>
        builder.AddConfluence(string.Empty, configure);

    /// <summary>Adds another Confluence under a name, for example a second tenant. Take it with <c>[FromKeyedServices(name)] IConfluenceClient</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="instance">Its name; empty for the default one.</param>
    /// <param name="configure">Sets options; it goes over what configuration says.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ConfigurationException">The name cannot be used.</exception>
    public static INavoIntegrationsBuilder AddConfluence(this INavoIntegrationsBuilder builder, string instance, Action<ConfluenceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        IntegrationName name = ConfluenceRegistration.Add(builder, instance);
        builder.Services.Configure(name.Instance, configure);
        return builder;
    }

    /// <summary>Adds every Confluence that the configuration sets up; none where it has no such section. Changes of the configuration take effect without a restart.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The application's configuration, with <c>Navo:Integrations:Confluence</c> or <c>integrations:confluence</c> in it.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ConfigurationException">A key is unknown or cannot be read; the message names it.</exception>
    public static INavoIntegrationsBuilder AddConfluence(this INavoIntegrationsBuilder builder, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        foreach (string instance in IntegrationConfiguration.GetInstances(configuration, ConfluenceSchema.Instance))
        {
            IntegrationName name = ConfluenceRegistration.Add(builder, instance);
            builder.Services.Configure<ConfluenceOptions>(
                name.Instance,
                options => IntegrationConfiguration.GetSection(configuration, ConfluenceSchema.Instance, name.Instance).Bind(options));
            builder.Services.AddSingleton<IOptionsChangeTokenSource<ConfluenceOptions>>(new ConfigurationChangeTokenSource<ConfluenceOptions>(name.Instance, configuration));
        }

        return builder;
    }
}
