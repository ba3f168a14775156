using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts.Readings;

/// <summary>
/// What the health monitor knows: integrations that do not work, and features that come to their end. An end is remembered while the integration does not work: what has come to it is often why, and
/// its feature is then not told any more. Not safe for concurrent use.
/// </summary>
internal sealed class HealthReadings(TimeProvider time, IHealthMonitor monitor) : IAlertSource
{
    private readonly Dictionary<IntegrationName, Dictionary<string, DateTimeOffset>> _ends = [];

    public IEnumerable<AlertReading> Read()
    {
        foreach (IntegrationHealth health in monitor.Latest)
        {
            yield return new(AlertRule.Unhealthy, health.Integration, health.Status == HealthState.Unhealthy ? 1 : 0);
            foreach ((string feature, DateTimeOffset end) in EndsOf(health))
            {
                yield return new(AlertRule.Expiry, health.Integration, (end - time.GetUtcNow()).TotalSeconds) { Part = feature };
            }
        }
    }

    private Dictionary<string, DateTimeOffset> EndsOf(IntegrationHealth health)
    {
        Dictionary<string, DateTimeOffset> known = _ends.GetValueOrDefault(health.Integration) ?? [];
        Dictionary<string, DateTimeOffset> ends = health.Status == HealthState.Unhealthy ? new(known, StringComparer.Ordinal) : new(StringComparer.Ordinal);
        foreach (FeatureHealth feature in health.Features)
        {
            if (feature.EndsAt is { } end)
            {
                ends[feature.Name] = end;
            }
        }

        return _ends[health.Integration] = ends;
    }
}
