using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Access;

/// <summary>
/// Stands between what the service can read and what a reader may see. The service itself passes; a user passes only what the source allows,
/// and a decision that cannot be had is a refusal.
/// </summary>
/// <param name="pipeline">The integration's pipeline, through which decisions are cached by reader.</param>
/// <param name="check">
/// Asks the source about one item and one reader, given the item's container where a search hit names it;
/// it may throw the family of <see cref="IntegrationException"/>.
/// </param>
/// <param name="maxParallelChecks">Checks in flight at once while a page is trimmed, 1 or more.</param>
public sealed class ReaderGate(
    IIntegrationPipeline pipeline,
    Func<ContentId, ContainerRef?, AccessContext, CancellationToken, Task<PermissionDecision>> check,
    int maxParallelChecks = 8)
{
    private static readonly IntegrationOperation InnerCheck = IntegrationOperations.CheckPermissions with { IsAudited = false };

    /// <summary>Decides, with an audit record of its own.</summary>
    /// <param name="id">The item.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="time">The clock of the decision.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The decision; a failure to find out is unknown.</returns>
    /// <exception cref="InvalidQueryException">The id is <c>default</c>.</exception>
    public async Task<PermissionDecision> DecideAsync(ContentId id, AccessContext reader, TimeProvider time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(time);
        Require(id);
        try
        {
            return await ExecuteAsync(IntegrationOperations.CheckPermissions, id, known: null, reader, cancellationToken).ConfigureAwait(false);
        }
        catch (IntegrationException failure)
        {
            return new()
            {
                Outcome = PermissionOutcome.Unknown,
                Reason = failure is PermissionException ? PermissionReason.CheckNotPermitted : PermissionReason.SourceFailed,
                Item = id,
                Reader = reader,
                CheckedAt = time.GetUtcNow(),
                Detail = failure.Message,
                IsTransient = failure.IsTransient,
            };
        }
    }

    /// <summary>Lets the reader pass or throws.</summary>
    /// <param name="id">The item.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A task that ends when the reader may pass.</returns>
    /// <exception cref="NotFoundException">The reader may not see the item; the same as if there were none.</exception>
    /// <exception cref="PermissionException">It could not be established whether the reader may see it.</exception>
    /// <exception cref="IntegrationException">The source failed.</exception>
    public async Task EnsureAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Require(id);
        if (reader.IsService)
        {
            return;
        }

        PermissionDecision decision = await ExecuteAsync(InnerCheck, id, known: null, reader, cancellationToken).ConfigureAwait(false);
        OperationScope.Current?.Decision = decision;
        switch (decision.Outcome)
        {
            case PermissionOutcome.Allow:
                return;
            case PermissionOutcome.Deny:
                throw AbsentOrNotVisible(id);
            default:
                throw new PermissionException($"Whether the reader may see the item could not be established: {decision.Reason}.") { IsTransient = decision.IsTransient };
        }
    }

    /// <summary>What a reader is told of an item that is absent, hidden or out of bounds: always the same.</summary>
    /// <param name="id">The item.</param>
    /// <returns>The exception to throw.</returns>
    public static NotFoundException AbsentOrNotVisible(ContentId id) => new($"'{id}' is absent or not visible.");

    /// <summary>Removes from a page what the reader may not, or not provably, see. What was removed is counted, never named.</summary>
    /// <param name="page">The page as the service sees it.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The page for the reader.</returns>
    public async Task<SearchPage> TrimAsync(SearchPage page, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.IsService)
        {
            return page;
        }

        PermissionOutcome[] outcomes = new PermissionOutcome[page.Hits.Count];
        ParallelOptions bound = new() { MaxDegreeOfParallelism = maxParallelChecks, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, outcomes.Length, bound, async (i, token) =>
            outcomes[i] = await OutcomeAsync(page.Hits[i].Id, page.Hits[i].Container, reader, token).ConfigureAwait(false)).ConfigureAwait(false);

        List<SearchHit> visible = [.. page.Hits.Where((_, i) => outcomes[i] == PermissionOutcome.Allow)];
        return page with
        {
            Hits = visible,
            Total = page.Continuation is null && page.Total.Value == page.Hits.Count ? SearchTotal.Exact(visible.Count) : SearchTotal.Unknown,
            Omitted =
            [
                .. page.Omitted,
                .. Count(OmissionReason.NotPermitted, outcomes.Count(o => o == PermissionOutcome.Deny)),
                .. Count(OmissionReason.PermissionUnknown, outcomes.Count(o => o == PermissionOutcome.Unknown)),
            ],
        };
    }

    private static IEnumerable<Omission> Count(OmissionReason reason, int count) => count > 0 ? [new(reason, count)] : [];

    /// <summary>Refuses the id that <c>default</c> makes.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="InvalidQueryException">The id is <c>default</c>.</exception>
    public static void Require(ContentId id)
    {
        if (id == default)
        {
            throw new InvalidQueryException("A content id is needed; this one is empty.");
        }
    }

    private async Task<PermissionOutcome> OutcomeAsync(ContentId id, ContainerRef? known, AccessContext reader, CancellationToken cancellationToken)
    {
        try
        {
            return (await ExecuteAsync(InnerCheck, id, known, reader, cancellationToken).ConfigureAwait(false)).Outcome;
        }
        catch (IntegrationException)
        {
            return PermissionOutcome.Unknown;
        }
    }

    /// <summary>Whether the reader may see an item; false where that can't be established.</summary>
    /// <param name="id">The item.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>True only for an allowed item.</returns>
    public async Task<bool> IsAllowedAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default) =>
        await OutcomeAsync(id, known: null, reader, cancellationToken).ConfigureAwait(false) == PermissionOutcome.Allow;

    private Task<PermissionDecision> ExecuteAsync(IntegrationOperation operation, ContentId id, ContainerRef? known, AccessContext reader, CancellationToken cancellationToken) =>
        pipeline.ExecuteAsync(operation, new IntegrationCall<PermissionDecision>(reader, token => check(id, known, reader, token), id.Value) { ItemId = id.Value }, cancellationToken);
}
