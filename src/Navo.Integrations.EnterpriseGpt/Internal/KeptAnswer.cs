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

    /// <summary>The answer without what concerns only the reader who led the way to it; null where his budget shaped it, so that another asks for himself.</summary>
    public Func<T, T?> ForOthers { get; init; } = static answer => answer;

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

        return pipeline.ExecuteAsync(
            operation with { Region = CacheRegion.None },
            new IntegrationCall<T>(Reader, token => ShareAsync(pipeline, operation with { IsAudited = false }, token)),
            cancellationToken);
    }

    /// <summary>One who was served by another's call shares its answer and not its purse: where that call failed or was cut for its reader's budget, the next one asks.</summary>
    private async Task<T> ShareAsync(IIntegrationPipeline pipeline, IntegrationOperation operation, CancellationToken cancellationToken)
    {
        while (true)
        {
            bool asked = false;
            IntegrationCall<T> call = new(AccessContext.Service, token =>
            {
                asked = true;
                return Work(token);
            }, Key!);
            try
            {
                T answer = await pipeline.ExecuteAsync(operation, call, cancellationToken).ConfigureAwait(false);
                if ((asked ? answer : ForOthers(answer)) is { } own)
                {
                    return own;
                }
            }
            catch (BudgetExceededException) when (!asked)
            {
                // It was another's.
            }
        }
    }
}
