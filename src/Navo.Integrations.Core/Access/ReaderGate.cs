using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
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
/// <param name="maxParallelChecks">Checks under way at once while a page is trimmed, 1 or more; see <see cref="ChecksAtOnce"/>.</param>
public sealed class ReaderGate(
    IIntegrationPipeline pipeline,
    Func<ContentId, ContainerRef?, AccessContext, CancellationToken, Task<PermissionDecision>> check,
    int maxParallelChecks = 20)
{
    private readonly DecisionSource _decisions = new(pipeline, check);

    /// <summary>How many checks of a page to have under way: twice the requests that a host gets at once, so that the next is sent while an answer is read, and no more than may wait for their turn.</summary>
    /// <param name="http">The policy that the requests pass.</param>
    /// <returns>1 to 40.</returns>
    public static int ChecksAtOnce(IntegrationHttpOptions http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return Math.Clamp(http.MaxConcurrentRequests + Math.Min(http.MaxConcurrentRequests, http.MaxQueuedRequests), 1, 40);
    }

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
            return await _decisions.OnRecordAsync(new(id), reader, cancellationToken).ConfigureAwait(false);
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

        PermissionDecision decision = await _decisions.WithinCallAsync(new(id), reader, cancellationToken).ConfigureAwait(false);
        OperationScope.Current?.Decision = decision;
        if (decision.Outcome != PermissionOutcome.Allow)
        {
            throw decision.Outcome == PermissionOutcome.Deny
                ? (IntegrationException)AbsentOrNotVisible(id)
                : new PermissionException($"Whether the reader may see the item could not be established: {decision.Reason}.") { IsTransient = decision.IsTransient };
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

        Trimmed<SearchHit> trimmed = await KeepVisibleAsync(page.Hits, static hit => new(hit.Id, hit.Container, hit.Version), reader, cancellationToken).ConfigureAwait(false);
        return page with
        {
            Hits = trimmed.Items,
            Total = page.Continuation is null && page.Total.Value == page.Hits.Count ? SearchTotal.Exact(trimmed.Items.Count) : SearchTotal.Unknown,
            Omitted = [.. page.Omitted, .. trimmed.Omitted],
        };
    }

    /// <summary>Removes from any list what the reader may not, or not provably, see. What was removed is counted, never named.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="items">The list as the service sees it.</param>
    /// <param name="idOf">The item that a member of the list shows.</param>
    /// <param name="reader">The reader; the service keeps everything.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What is left, in its order, and how much was removed.</returns>
    /// <exception cref="InvalidQueryException">An id is <c>default</c>.</exception>
    public Task<Trimmed<T>> TrimItemsAsync<T>(IReadOnlyList<T> items, Func<T, ContentId> idOf, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(idOf);
        ArgumentNullException.ThrowIfNull(reader);
        return reader.IsService ? Task.FromResult(new Trimmed<T>(items, [])) : KeepVisibleAsync(items, item => new(idOf(item)), reader, cancellationToken);
    }

    private async Task<Trimmed<T>> KeepVisibleAsync<T>(IReadOnlyList<T> items, Func<T, GatedItem> describe, AccessContext reader, CancellationToken cancellationToken)
    {
        PermissionOutcome[] outcomes = new PermissionOutcome[items.Count];
        IntegrationException? first = null;
        int next = 0;
        List<Task> checks = [];
        while (checks.Count < Math.Min(maxParallelChecks, items.Count) && checks is not [.., { IsCompletedSuccessfully: true }])
        {
            checks.Add(CheckNextAsync());
        }

        await Task.WhenAll(checks).ConfigureAwait(false);
        return Trimmed<T>.Of(items, outcomes) with { Failure = first is null ? null : SharedFailure.CopyOf(first) };

        // It goes through all decisions that are kept without ever waiting; another begins only where something has to be asked.
        async Task CheckNextAsync()
        {
            for (int i = Interlocked.Increment(ref next) - 1; i < outcomes.Length; i = Interlocked.Increment(ref next) - 1)
            {
                GatedItem item = describe(items[i]);
                Require(item.Id);
                (outcomes[i], IntegrationException? failure) = await OutcomeAsync(item, reader, cancellationToken).ConfigureAwait(false);
                _ = failure is null or { IsTransient: false } and not AuthenticationException ? null : Interlocked.CompareExchange(ref first, failure, null);
            }
        }
    }

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

    private async ValueTask<(PermissionOutcome Outcome, IntegrationException? Failure)> OutcomeAsync(GatedItem item, AccessContext reader, CancellationToken cancellationToken)
    {
        try
        {
            return ((await _decisions.WithinCallAsync(item, reader, cancellationToken).ConfigureAwait(false)).Outcome, null);
        }
        catch (IntegrationException failure)
        {
            return (PermissionOutcome.Unknown, failure);
        }
    }

    /// <summary>Whether the reader may see an item; false where that can't be established.</summary>
    /// <param name="id">The item.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>True only for an allowed item.</returns>
    public async Task<bool> IsAllowedAsync(ContentId id, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return (await OutcomeAsync(new(id), reader, cancellationToken).ConfigureAwait(false)).Outcome == PermissionOutcome.Allow;
    }
}
