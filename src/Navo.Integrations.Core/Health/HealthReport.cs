using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Health;

/// <summary>Sums the features of an integration up: down without reachability, credentials or search; degraded where anything else is not whole.</summary>
public static class HealthReport
{
    private static readonly string[] Core = ["reachability", "credentials", "search"];

    /// <summary>Makes a report.</summary>
    /// <param name="integration">The integration.</param>
    /// <param name="time">The clock.</param>
    /// <param name="started">The clock's timestamp when the check began.</param>
    /// <param name="features">What was found, feature by feature.</param>
    /// <returns>The report.</returns>
    public static IntegrationHealth Of(IntegrationName integration, TimeProvider time, long started, IReadOnlyList<FeatureHealth> features)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(features);
        bool isDown = features.Any(feature => feature.Status == HealthState.Unhealthy && Core.Contains(feature.Name));
        string[] troubled = [.. features.Where(feature => feature.Status != HealthState.Healthy).Select(feature => feature.Name)];
        return new()
        {
            Integration = integration,
            Status = isDown ? HealthState.Unhealthy : troubled.Length == 0 ? HealthState.Healthy : HealthState.Degraded,
            ResponseTime = time.GetElapsedTime(started),
            LastCheck = time.GetUtcNow(),
            Description = troubled.Length == 0 ? "Everything works." : $"Look at: {string.Join(", ", troubled)}.",
            Features = features,
        };
    }
}
