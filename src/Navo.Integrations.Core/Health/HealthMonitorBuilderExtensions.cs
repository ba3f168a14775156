using Microsoft.Extensions.Hosting;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Health;
using Navo.Integrations.Core.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the health monitor.</summary>
public static class HealthMonitorBuilderExtensions
{
    /// <summary>Adds a hosted service that asks all integrations at an interval how they are; take it as <see cref="IHealthMonitor"/>. Calling it again only adds options.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options; it goes over what configuration says. Null for none.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static INavoIntegrationsBuilder AddHealthMonitor(this INavoIntegrationsBuilder builder, Action<HealthMonitorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        HealthRegistration.AddHealth(services);
        if (configure is not null)
        {
            services.PostConfigure(configure);
        }

        if (!services.Any(static service => service.ServiceType == typeof(HealthMonitor)))
        {
            services.AddSingleton<HealthMonitor>();
            services.AddSingleton<IHealthMonitor>(static provider => provider.GetRequiredService<HealthMonitor>());
            services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<HealthMonitor>());
        }

        return builder;
    }
}
