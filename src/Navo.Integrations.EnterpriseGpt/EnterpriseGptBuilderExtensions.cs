using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Configuration;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.EnterpriseGpt;
using Navo.Integrations.EnterpriseGpt.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Enterprise GPT.</summary>
public static class EnterpriseGptBuilderExtensions
{
    /// <summary>Adds an Enterprise GPT that code configures.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options; it goes over what configuration says.</param>
    /// <returns>The builder.</returns>
    public static INavoIntegrationsBuilder AddEnterpriseGpt(this INavoIntegrationsBuilder builder, Action<EnterpriseGptOptions> configure) =>
        builder.AddEnterpriseGpt(string.Empty, configure);

    /// <summary>Adds another Enterprise GPT under a name, for example a second project. Take it with <c>[FromKeyedServices(name)] IEnterpriseGptClient</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="instance">Its name; empty for the default one.</param>
    /// <param name="configure">Sets options; it goes over what configuration says.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ConfigurationException">The name cannot be used.</exception>
    public static INavoIntegrationsBuilder AddEnterpriseGpt(this INavoIntegrationsBuilder builder, string instance, Action<EnterpriseGptOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        IntegrationName name = EnterpriseGptRegistration.Add(builder, instance);
        builder.Services.Configure(name.Instance, configure);
        return builder;
    }

    /// <summary>Adds every Enterprise GPT that the configuration sets up; none where it has no such section. Changes of the configuration take effect without a restart.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The application's configuration, with <c>Navo:Integrations:EnterpriseGpt</c> or <c>integrations:openai</c> in it.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ConfigurationException">A key is unknown or cannot be read; the message names it.</exception>
    public static INavoIntegrationsBuilder AddEnterpriseGpt(this INavoIntegrationsBuilder builder, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        foreach (string instance in IntegrationConfiguration.GetInstances(configuration, EnterpriseGptSchema.Instance))
        {
            IntegrationName name = EnterpriseGptRegistration.Add(builder, instance);
            builder.Services.Configure<EnterpriseGptOptions>(name.Instance, options => Bind(configuration, name.Instance, options));
            builder.Services.AddSingleton<IOptionsChangeTokenSource<EnterpriseGptOptions>>(new ConfigurationChangeTokenSource<EnterpriseGptOptions>(name.Instance, configuration));
        }

        return builder;
    }

    /// <summary>A list that the configuration names replaces the default one; the binder would add to it.</summary>
    private static void Bind(IConfiguration configuration, string instance, EnterpriseGptOptions options)
    {
        IConfiguration section = IntegrationConfiguration.GetSection(configuration, EnterpriseGptSchema.Instance, instance);
        if (section.GetSection(nameof(options.FallbackModels)).Exists())
        {
            options.FallbackModels = [];
        }

        section.Bind(options);
    }
}
