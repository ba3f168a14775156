using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Health;
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
            return HealthReport.Of(pipeline.Name, time, started, [new("reachability", HealthState.Unhealthy, failure.Message, failure.Remedy)]);
        }

        return HealthReport.Of(pipeline.Name, time, started, [new("reachability", HealthState.Healthy, "works"), .. features]);
    }
}
