using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>
/// A call whose answer may be kept. One that rests on sources alone belongs to whoever may see that very set of versions, and is kept by the set; any other belongs to its reader.
/// Either way the reader is in the audit record, and whoever is served from the cache pays nothing.
/// </summary>
internal sealed record KeptAnswer<T>(AccessContext Reader, Func<CancellationToken, Task<T>> Work)
    where T : class
{
    /// <summary>All that the answer depends on beside the reader; null where it may not be kept.</summary>
    public string?[]? Key { get; init; }

    /// <summary>Whether it is the same for all who may see its sources.</summary>
    public bool IsShared { get; init; }

    public Task<T> ExecuteAsync(IIntegrationPipeline pipeline, IntegrationOperation operation, CancellationToken cancellationToken)
    {
        if (Key is null)
        {
            return pipeline.ExecuteAsync(operation with { Region = CacheRegion.None }, new IntegrationCall<T>(Reader, Work), cancellationToken);
        }

        if (!IsShared || Reader.IsService)
        {
            return pipeline.ExecuteAsync(operation, new IntegrationCall<T>(Reader, Work, Key), cancellationToken);
        }

        IntegrationCall<T> shared = new(AccessContext.Service, Work, Key);
        return pipeline.ExecuteAsync(
            operation with { Region = CacheRegion.None },
            new IntegrationCall<T>(Reader, token => pipeline.ExecuteAsync(operation with { IsAudited = false }, shared, token)),
            cancellationToken);
    }
}
