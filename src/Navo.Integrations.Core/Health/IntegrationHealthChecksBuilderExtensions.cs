using Microsoft.Extensions.Diagnostics.HealthChecks;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Health;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers health checks of integrations.</summary>
public static class IntegrationHealthChecksBuilderExtensions
{
    private const string CheckName = "navo-integrations";

    /// <summary>
    /// Adds one check, <c>navo-integrations</c>, that asks all registered integrations in parallel, each for at most ten seconds.
    /// It is as bad as the worst of them; its data holds response time, time of the check and features of each.
    /// </summary>
    /// <param name="builder">The builder of health checks.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddNavoIntegrations(this IHealthChecksBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(Registration(CheckName, static services =>
            new CatalogHealthCheck(services.GetRequiredService<IIntegrationCatalog>(), ProbeOf(services))));
    }

    /// <summary>Adds a check of one integration, <c>navo-integrations:{name}</c>, with which it can be given tags or a publisher of its own.</summary>
    /// <param name="builder">The builder of health checks.</param>
    /// <param name="integration">The name under which it is registered, for example <c>confluence:legal</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="integration"/> is null or empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddNavoIntegrations(this IHealthChecksBuilder builder, string integration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(integration);
        return builder.Add(Registration($"{CheckName}:{integration}", services =>
            new IntegrationHealthCheck(services.GetRequiredService<IIntegrationCatalog>(), integration, ProbeOf(services))));
    }

    private static HealthCheckRegistration Registration(string name, Func<IServiceProvider, IHealthCheck> factory) =>
        new(name, factory, failureStatus: null, tags: null);

    private static IntegrationProbe ProbeOf(IServiceProvider services) =>
        new(services.GetService<TimeProvider>() ?? TimeProvider.System);
}
