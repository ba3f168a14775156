using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Batching;

namespace Navo.Integrations.Core.Caching;

/// <summary>Asks ahead for what will be asked for, so that the first reader of the day waits no longer than the second.</summary>
public static class CacheWarmUp
{
    /// <summary>
    /// Makes the calls of a plan on behalf of a reader; the cache keeps what it keeps of any call, for as long. Each is a call like others: it is audited, paced, and given up
    /// after the integration's <c>Timeout</c>. What is kept for one reader serves that reader only; contents and metadata of an item are asked of the source once for all.
    /// </summary>
    /// <param name="integration">The integration.</param>
    /// <param name="plan">What to ask for. What stands there twice is asked for once.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many calls succeeded, and the failure of each that did not: a failure ends no other call.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static async Task<CacheWarmUpReport> WarmUpAsync(this IIntegration integration, CacheWarmUpPlan plan, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(integration);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(reader);
        BatchOptions options = new() { MaxParallelism = plan.MaxParallelism, AsCompleted = true };
        int succeeded = 0;
        List<IntegrationException> failures = [];
        await foreach (BatchItem<object, object> done in BatchRunner.RunAsync(Subjects(plan), AskAsync, options, cancellationToken).ConfigureAwait(false))
        {
            if (done.Error is { } failure)
            {
                failures.Add(failure);
            }
            else
            {
                succeeded++;
            }
        }

        return new() { Succeeded = succeeded, Failures = failures };

        async Task<object> AskAsync(object subject, CancellationToken token) => subject switch
        {
            SearchQuery query => await integration.SearchAsync(query, reader, token).ConfigureAwait(false),
            (ContentId id, true) => await integration.GetContentAsync(id, reader, token).ConfigureAwait(false),
            (ContentId id, _) => await integration.GetMetadataAsync(id, reader, token).ConfigureAwait(false),
            _ => throw new InvalidQueryException("A plan to warm up holds items and queries."),
        };
    }

    private static IEnumerable<object> Subjects(CacheWarmUpPlan plan)
    {
        HashSet<ContentId> items = [.. plan.Items];
        IEnumerable<object> contents = plan.IncludeContent ? items.Select(static id => (object)(id, true)) : [];
        IEnumerable<object> metadata = plan.IncludeMetadata ? items.Select(static id => (object)(id, false)) : [];
        return plan.Queries.Distinct().Concat<object>(contents).Concat(metadata);
    }
}
