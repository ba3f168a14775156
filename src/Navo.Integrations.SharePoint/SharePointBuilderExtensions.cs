using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Configuration;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.SharePoint;
using Navo.Integrations.SharePoint.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers SharePoint.</summary>
public static class SharePointBuilderExtensions
{
    /// <summary>Adds a SharePoint that code configures.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options; it goes over what configuration says.</param>
    /// <returns>The builder.</returns>
    public static INavoIntegrationsBuilder AddSharePoint(this INavoIntegrationsBuilder builder, Action<SharePointOptions> configure) =>
        builder.AddSharePoint(string.Empty, configure);

    /// <summary>Adds another SharePoint under a name, for example a second tenant. Take it with <c>[FromKeyedServices(name)] ISharePointClient</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="instance">Its name; empty for the default one.</param>
    /// <param name="configure">Sets options; it goes over what configuration says.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ConfigurationException">The name cannot be used.</exception>
    public static INavoIntegrationsBuilder AddSharePoint(this INavoIntegrationsBuilder builder, string instance, Action<SharePointOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        IntegrationName name = SharePointRegistration.Add(builder, instance);
        builder.Services.Configure(name.Instance, configure);
        return builder;
    }

    /// <summary>Adds every SharePoint that the configuration sets up; none where it has no such section. Changes of the configuration take effect without a restart.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The application's configuration, with <c>Navo:Integrations:SharePoint</c> or <c>integrations:sharepoint</c> in it.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ConfigurationException">A key is unknown or cannot be read; the message names it.</exception>
    public static INavoIntegrationsBuilder AddSharePoint(this INavoIntegrationsBuilder builder, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        foreach (string instance in IntegrationConfiguration.GetInstances(configuration, SharePointSchema.Instance))
        {
            IntegrationName name = SharePointRegistration.Add(builder, instance);
            builder.Services.Configure<SharePointOptions>(
                name.Instance,
                options => IntegrationConfiguration.GetSection(configuration, SharePointSchema.Instance, name.Instance).Bind(options));
            builder.Services.AddSingleton<IOptionsChangeTokenSource<SharePointOptions>>(new ConfigurationChangeTokenSource<SharePointOptions>(name.Instance, configuration));
        }

        return builder;
    }
}
