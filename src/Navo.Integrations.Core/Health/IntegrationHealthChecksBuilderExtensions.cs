using Microsoft.Extensions.Diagnostics.HealthChecks;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Health;
using Navo.Integrations.Core.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers health checks of integrations.</summary>
public static class IntegrationHealthChecksBuilderExtensions
{
    private const string CheckName = "navo-integrations";
    private const string Ready = "ready";
    private const string Live = "live";

    /// <summary>
    /// Adds one check, <c>navo-integrations</c>, with the tag <c>ready</c>, that asks all registered integrations in parallel, each for at most <see cref="HealthMonitorOptions.Timeout"/>.
    /// It is as bad as the worst of them; its data holds response time, time of the check and features of each, and what is known of breaker, quota, sync and subscriptions.
    /// Whoever asks within a few seconds gets the same answer, so that probes are no load on the sources (<see cref="HealthMonitorOptions.KeepFor"/>).
    /// </summary>
    /// <param name="builder">The builder of health checks.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddNavoIntegrations(this IHealthChecksBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        HealthRegistration.AddHealth(builder.Services);
        return builder.Add(Registration(CheckName, Ready, static services => new CatalogHealthCheck(
            services.GetRequiredService<IIntegrationCatalog>(), services.GetRequiredService<HealthBook>(), services.GetRequiredService<OperatingNotes>())));
    }

    /// <summary>Adds a check of one integration, <c>navo-integrations:{name}</c> with the tag <c>ready</c>, with which it can be given a publisher or an endpoint of its own.</summary>
    /// <param name="builder">The builder of health checks.</param>
    /// <param name="integration">The name under which it is registered, for example <c>confluence:legal</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="integration"/> is null or empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddNavoIntegrations(this IHealthChecksBuilder builder, string integration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(integration);
        HealthRegistration.AddHealth(builder.Services);
        return builder.Add(Registration($"{CheckName}:{integration}", Ready, services => new IntegrationHealthCheck(
            services.GetRequiredService<IIntegrationCatalog>(), integration, services.GetRequiredService<HealthBook>(), services.GetRequiredService<OperatingNotes>())));
    }

    /// <summary>
    /// Adds one check, <c>navo-integrations-liveness</c> with the tag <c>live</c>, that asks no source: a process must not be started anew because a source is down. It fails where the
    /// health monitor, if there is one, has missed three rounds.
    /// </summary>
    /// <param name="builder">The builder of health checks.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddNavoIntegrationsLiveness(this IHealthChecksBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        HealthRegistration.AddHealth(builder.Services);
        return builder.Add(Registration($"{CheckName}-liveness", Live, static services => new LivenessCheck(
            services.GetService<HealthMonitor>(), services.GetRequiredService<ValidOptions<HealthMonitorOptions>>())));
    }

    private static HealthCheckRegistration Registration(string name, string tag, Func<IServiceProvider, IHealthCheck> factory) =>
        new(name, factory, failureStatus: null, tags: [tag]);
}
