using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>How the instance is: reachable, credentials in order, each feature permitted.</summary>
internal sealed class ConfluenceHealth(IIntegrationPipeline pipeline, IConfluenceDesk desk, Func<ConfluenceSettings> current, TimeProvider time)
{
    public async Task<IntegrationHealth> CheckAsync(CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        IReadOnlyList<FeatureHealth> features;
        try
        {
            IntegrationCall<IReadOnlyList<FeatureHealth>> call = new(AccessContext.Service, token => desk.ProbeAsync(current().Boundary.Keys, token));
            features = await pipeline.ExecuteAsync(IntegrationOperations.CheckHealth, call, cancellationToken).ConfigureAwait(false);
        }
        catch (IntegrationException failure)
        {
            return Report(started, [new("reachability", HealthState.Unhealthy, failure.Message, failure.Remedy)]);
        }

        return Report(started, [new("reachability", HealthState.Healthy, "works"), .. features]);
    }

    private IntegrationHealth Report(long started, IReadOnlyList<FeatureHealth> features)
    {
        string[] core = ["reachability", "credentials", "search"];
        bool isDown = features.Any(f => f.Status == HealthState.Unhealthy && core.Contains(f.Name));
        bool isWhole = features.All(f => f.Status == HealthState.Healthy);
        string[] troubled = [.. features.Where(f => f.Status != HealthState.Healthy).Select(f => f.Name)];
        return new()
        {
            Integration = pipeline.Name,
            Status = isDown ? HealthState.Unhealthy : isWhole ? HealthState.Healthy : HealthState.Degraded,
            ResponseTime = time.GetElapsedTime(started),
            LastCheck = time.GetUtcNow(),
            Description = troubled.Length == 0 ? "Everything works." : $"Look at: {string.Join(", ", troubled)}.",
            Features = features,
        };
    }
}
