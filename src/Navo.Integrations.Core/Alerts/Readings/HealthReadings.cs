using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts.Readings;

/// <summary>What the health monitor knows: integrations that do not work, and features that come to their end.</summary>
internal sealed class HealthReadings(TimeProvider time, IHealthMonitor monitor) : IAlertSource
{
    public IEnumerable<AlertReading> Read()
    {
        foreach (IntegrationHealth health in monitor.Latest)
        {
            yield return new(AlertRule.Unhealthy, health.Integration, health.Status == HealthState.Unhealthy ? 1 : 0);
            foreach (FeatureHealth feature in health.Features)
            {
                if (feature.EndsAt is { } end)
                {
                    yield return new(AlertRule.Expiry, health.Integration, (end - time.GetUtcNow()).TotalSeconds) { Part = feature.Name };
                }
            }
        }
    }
}
