using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Alerts;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Configuration;
using Navo.Integrations.Core.Federation;
using Navo.Integrations.Core.Health;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.Core.Telemetry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Navo's integrations.</summary>
public static class NavoIntegrationsServiceCollectionExtensions
{
    /// <summary>Registers what all integrations share. Calling it again changes nothing.</summary>
    /// <param name="services">The application's services.</param>
    /// <returns>The builder on which integrations are added.</returns>
    public static INavoIntegrationsBuilder AddNavoIntegrations(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddHttpClient();
        services.AddIntegrationPipeline();
        services.TryAddSingleton<IIntegrationCatalog, IntegrationCatalog>();
        services.TryAddSingleton<IdentityLinker>();
        services.TryAddSingleton<IIdentityLinker>(static provider => provider.GetRequiredService<IdentityLinker>());
        services.AddFederatedSearch();
        services.ReportFindingsTogether();
        return new NavoIntegrationsBuilder(services);
    }

    /// <summary>Goes over the host's validation of options, which throws an exception for each class of options; whoever validates beside us is in the same report.</summary>
    private static void ReportFindingsTogether(this IServiceCollection services)
    {
        if (services.LastOrDefault(static service => service.ServiceType == typeof(IStartupValidator) && !service.IsKeyedService) is { ImplementationType: { } framework } validator)
        {
            services.Remove(validator);
            services.AddKeyedTransient(typeof(IStartupValidator), typeof(StartupFindings), framework);
            services.AddTransient<IStartupValidator>(static provider =>
                new StartupFindings(provider.GetRequiredKeyedService<IStartupValidator>(typeof(StartupFindings)), provider.GetService<IConfiguration>()));
        }
    }

    /// <summary>Reads the sections that belong to all integrations together, <c>Audit</c>, <c>CacheStore</c>, <c>Sync</c>, <c>Telemetry</c>, <c>Health</c> and <c>Alerts</c>, and refuses a section that nobody knows.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The application's configuration, with <c>Navo:Integrations</c> or <c>integrations</c> in it.</param>
    /// <param name="kinds">The kinds of integrations that may have a section, with their other names.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ConfigurationException">A section is unknown; the message names it.</exception>
    public static INavoIntegrationsBuilder AddSharedConfiguration(this INavoIntegrationsBuilder builder, IConfiguration configuration, params IReadOnlyList<string> kinds)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(kinds);
        HouseSections.RefuseUnknown(configuration, kinds);
        builder.Services.Configure<AuditOptions>(options => IntegrationConfiguration.GetSection(configuration, HouseSections.Audit).Bind(options));
        builder.Services.Configure<CacheStoreOptions>(options => IntegrationConfiguration.GetSection(configuration, HouseSections.CacheStore).Bind(options));
        builder.Services.ConfigureAll<ContentSyncServiceOptions>(options => IntegrationConfiguration.GetSection(configuration, HouseSections.Sync).Bind(options));
        builder.Services.Configure<SyncStorageOptions>(options => IntegrationConfiguration.GetSection(configuration, HouseSections.Sync).Bind(options));
        builder.Services.Configure<HealthMonitorOptions>(options => IntegrationConfiguration.GetSection(configuration, HouseSections.Health).Bind(options));
        builder.Services.ConfigureAll<AlertOptions>(options => IntegrationConfiguration.GetSection(configuration, HouseSections.Alerts).Bind(options));
        builder.Services.Configure<TelemetryOptions>(options => IntegrationConfiguration.GetSection(configuration, HouseSections.Telemetry).Bind(options));
        builder.Services.AddSingleton<IOptionsChangeTokenSource<AuditOptions>>(new ConfigurationChangeTokenSource<AuditOptions>(configuration));
        builder.Services.AddSingleton<IOptionsChangeTokenSource<TelemetryOptions>>(new ConfigurationChangeTokenSource<TelemetryOptions>(configuration));
        builder.Services.AddSingleton<IOptionsChangeTokenSource<HealthMonitorOptions>>(new ConfigurationChangeTokenSource<HealthMonitorOptions>(configuration));
        builder.Services.AddSingleton<IOptionsChangeTokenSource<AlertOptions>>(new ConfigurationChangeTokenSource<AlertOptions>(configuration));
        return builder;
    }

    /// <summary>Registers an integration: shipped ones call it, and so does your own.</summary>
    /// <typeparam name="TClient">The interface by which the application takes it.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="name">Its name. The default instance is a plain service, a named one a keyed service under its instance.</param>
    /// <param name="factory">Makes the integration, once.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ConfigurationException">An integration of that name is registered already.</exception>
    public static INavoIntegrationsBuilder AddIntegration<TClient>(this INavoIntegrationsBuilder builder, IntegrationName name, Func<IServiceProvider, TClient> factory)
        where TClient : class, IIntegration
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(factory);
        if (builder.Services.Any(s => !s.IsKeyedService && s.ImplementationInstance is IntegrationRegistration r && r.Name == name))
        {
            throw new ConfigurationException($"An integration is registered as '{name}' already.") { Remedy = "Register it once, or give the other one an instance name of its own." };
        }

        // The integration has a key that nobody else can have: two kinds may share an interface and an instance, and there the container gives the last one for both.
        builder.Services.AddKeyedSingleton(name, (sp, _) => factory(sp));
        builder.Services.AddSingleton(new IntegrationRegistration(name, sp => sp.GetRequiredKeyedService<TClient>(name)));
        _ = name.Instance.Length == 0
            ? builder.Services.AddSingleton(sp => sp.GetRequiredKeyedService<TClient>(name))
            : builder.Services.AddKeyedSingleton(name.Instance, (sp, _) => sp.GetRequiredKeyedService<TClient>(name));
        return builder;
    }
}
