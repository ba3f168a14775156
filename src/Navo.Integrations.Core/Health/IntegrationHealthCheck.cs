using Microsoft.Extensions.Diagnostics.HealthChecks;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Health;

/// <summary>The health check of one integration.</summary>
internal sealed class IntegrationHealthCheck(IIntegrationCatalog catalog, string name, HealthBook book, OperatingNotes notes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!catalog.TryGet(name, out IIntegration? integration))
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"No integration is registered as '{name}'.");
        }

        IntegrationHealth health = await book.AskAsync(integration, cancellationToken).ConfigureAwait(false);
        HealthStatus status = health.Status == HealthState.Unhealthy ? context.Registration.FailureStatus : HealthReports.StatusOf(health.Status);
        var data = new Dictionary<string, object>();
        HealthReports.AddTo(data, string.Empty, health);
        notes.AddTo(data, string.Empty, health.Integration);
        return new HealthCheckResult(status, health.Description, data: data);
    }
}
