using Microsoft.Extensions.Diagnostics.HealthChecks;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Health;

/// <summary>Turns the state of integrations into results of health checks.</summary>
internal static class HealthReports
{
    public static HealthStatus StatusOf(HealthState state) => state switch
    {
        HealthState.Healthy => HealthStatus.Healthy,
        HealthState.Degraded => HealthStatus.Degraded,
        _ => HealthStatus.Unhealthy,
    };

    /// <summary>Adds what is known about one integration, each name with a prefix.</summary>
    public static void AddTo(Dictionary<string, object> data, string prefix, IntegrationHealth health)
    {
        data[$"{prefix}status"] = health.Status.ToString();
        data[$"{prefix}response_time_ms"] = health.ResponseTime.TotalMilliseconds;
        data[$"{prefix}last_check"] = health.LastCheck;
        foreach (FeatureHealth feature in health.Features)
        {
            data[$"{prefix}feature.{feature.Name}"] = $"{feature.Status}: {feature.Detail}";
            if (feature.EndsAt is { } end)
            {
                data[$"{prefix}feature.{feature.Name}.ends_at"] = end;
            }
        }
    }
}
