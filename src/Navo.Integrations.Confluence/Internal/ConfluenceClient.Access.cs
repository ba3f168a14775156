using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Confluence.Internal;

internal sealed partial class ConfluenceClient
{
    public Task<AccessPolicy> GetAccessPolicyAsync(ContentId id, CancellationToken cancellationToken = default)
    {
        ReaderGate.Require(id);
        IntegrationCall<AccessPolicy> call = new(AccessContext.Service, token => Explaining.PolicyAsync(id, token), id.Value) { ItemId = id.Value };
        return pipeline.ExecuteAsync(ConfluenceOperations.GetAccessPolicy, call, cancellationToken);
    }

    public Task<AccessExplanation> ExplainAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ReaderGate.Require(id);
        IntegrationCall<AccessExplanation> call = new(reader, token => Explaining.ExplainAsync(id, reader, token), id.Value) { ItemId = id.Value };
        return pipeline.ExecuteAsync(ConfluenceOperations.Explain, call, cancellationToken);
    }

    private ConfluenceExplaining Explaining => field ??= new(desk, Gate, readers, current, time);
}
