using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class ConfluenceClient
{
    public Task<ConfluenceProbe> ProbeAsync(CancellationToken cancellationToken = default)
    {
        FeatureTrials trials = new(this, desk, current().Boundary.Keys, readers.IsCloud);
        IntegrationCall<ConfluenceProbe> call = new(AccessContext.Service, async token => new()
        {
            Integration = Name,
            ProbedAt = time.GetUtcNow(),
            Features = await trials.RunAsync(token).ConfigureAwait(false),
        });
        return pipeline.ExecuteAsync(ConfluenceOperations.Probe, call, cancellationToken);
    }
}
