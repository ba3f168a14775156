using Microsoft.Extensions.Diagnostics.HealthChecks;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Health;

/// <summary>The health check of all registered integrations together; it is as bad as the worst of them.</summary>
internal sealed class CatalogHealthCheck(IIntegrationCatalog catalog, HealthBook book, OperatingNotes notes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        IntegrationHealth[] all = await Task.WhenAll(catalog.Select(one => book.AskAsync(one, cancellationToken))).ConfigureAwait(false);
        HealthState worst = all.Length == 0 ? HealthState.Healthy : all.Min(static health => health.Status);
        HealthStatus status = worst == HealthState.Unhealthy ? context.Registration.FailureStatus : HealthReports.StatusOf(worst);
        return new HealthCheckResult(status, Describe(all), data: DataOf(all));
    }

    private static string Describe(IntegrationHealth[] all)
    {
        IEnumerable<string> ailing = all
            .Where(static health => health.Status != HealthState.Healthy)
            .Select(static health => $"{health.Integration}: {health.Description}");
        string text = string.Join("; ", ailing);
        return text.Length == 0 ? $"All {all.Length} integrations work." : text;
    }

    private Dictionary<string, object> DataOf(IntegrationHealth[] all)
    {
        var data = new Dictionary<string, object>();
        foreach (IntegrationHealth health in all)
        {
            HealthReports.AddTo(data, $"{health.Integration}.", health);
            notes.AddTo(data, $"{health.Integration}.", health.Integration);
        }

        return data;
    }
}
