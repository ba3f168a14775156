using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Health;

/// <summary>Sums the features of an integration up: down without reachability, credentials or search; degraded where anything else is not whole.</summary>
public static class HealthReport
{
    private static readonly string[] Core = ["reachability", "credentials", "search"];

    /// <summary>Asks the source how it is, through the waist, and makes a report. A source that can't be asked is a report too: unhealthy, with the reason.</summary>
    /// <param name="pipeline">The waist of the integration.</param>
    /// <param name="time">The clock.</param>
    /// <param name="known">What is known without asking the source, such as the end of a certificate. It is reported also where the source can't be reached.</param>
    /// <param name="probe">Asks the source, feature by feature.</param>
    /// <param name="cancellationToken">Cancels the asking.</param>
    /// <returns>The report.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<IntegrationHealth> CheckAsync(
        IIntegrationPipeline pipeline,
        TimeProvider time,
        Func<IEnumerable<FeatureHealth>> known,
        Func<CancellationToken, Task<IReadOnlyList<FeatureHealth>>> probe,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(probe);
        long started = time.GetTimestamp();
        List<FeatureHealth> features = [new("reachability", HealthState.Healthy, "works")];
        try
        {
            features.AddRange(known());
            IntegrationCall<IReadOnlyList<FeatureHealth>> call = new(AccessContext.Service, probe);
            features.AddRange(await pipeline.ExecuteAsync(IntegrationOperations.CheckHealth, call, cancellationToken).ConfigureAwait(false));
        }
        catch (IntegrationException failure)
        {
            features[0] = new("reachability", HealthState.Unhealthy, failure.Message, failure.Remedy);
        }

        return Of(pipeline.Name, time, started, features);
    }

    private static IntegrationHealth Of(IntegrationName integration, TimeProvider time, long started, IReadOnlyList<FeatureHealth> features)
    {
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
