using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>
/// Asks each item's integration whether the reader may see it, for this answer. What was kept of permissions is forgotten first, groups and spaces included, so that a
/// decision is no older than the answer. Whatever is not a clear yes in time is out.
/// </summary>
internal sealed class LivePermissions(IIntegrationCatalog catalog, CacheInvalidation invalidation, TimeProvider time)
{
    private readonly ConcurrentDictionary<IntegrationName, long> _forgotten = new();
    private readonly Decisions _decisions = new(time);

    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<IReadOnlyDictionary<ItemKey, PermissionDecision>> CheckAsync(
        IReadOnlyCollection<ItemKey> items, AccessContext reader, KnowledgeAssistantOptions options, CancellationToken cancellationToken)
    {
        Forget(items, options.MaxPermissionAge);
        using CancellationTokenSource bound = new(options.PermissionTimeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellationToken);
        using SemaphoreSlim room = new(options.MaxParallel);
        (ItemKey Key, PermissionDecision Decision)[] decided = await Task.WhenAll(items.Select(async item => (item, await RunAsync(item).ConfigureAwait(false)))).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return decided.ToDictionary(static d => d.Key, static d => d.Decision);

        async Task<PermissionDecision> RunAsync(ItemKey item)
        {
            try
            {
                await room.WaitAsync(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return Late(item, reader);
            }

            try
            {
                return await DecideAsync(item, reader, either.Token).ConfigureAwait(false);
            }
            finally
            {
                room.Release();
            }
        }
    }

    private async Task<PermissionDecision> DecideAsync(ItemKey item, AccessContext reader, CancellationToken cancellationToken)
    {
        try
        {
            if (!catalog.TryGet(item.Source.ToString(), out IIntegration? integration))
            {
                return _decisions.Of(item.Id, reader, PermissionReason.SourceFailed, "The integration is not registered.");
            }

            PermissionDecision decision = await integration.CheckPermissionsAsync(item.Id, reader, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            bool isOurs = decision.Item == item.Id && decision.Reader == reader;
            return isOurs ? decision : _decisions.Of(item.Id, reader, PermissionReason.Unspecified, "The decision is about another item or reader.");
        }
        catch (OperationCanceledException)
        {
            return Late(item, reader);
        }
        catch (IntegrationException failure)
        {
            return _decisions.Of(item.Id, reader, PermissionReason.SourceFailed, failure.Message);
        }
        catch (Exception strange)
        {
            return _decisions.Of(item.Id, reader, PermissionReason.SourceFailed, $"The integration threw {strange.GetType().Name}, which is none of its errors.");
        }
    }

    private PermissionDecision Late(ItemKey item, AccessContext reader) =>
        _decisions.Of(item.Id, reader, PermissionReason.SourceFailed, "It was not decided in time.") with { IsTransient = true };

    /// <summary>A file of a vector store may be decided about by any other integration, so then all are asked anew.</summary>
    private void Forget(IReadOnlyCollection<ItemKey> items, TimeSpan maxAge)
    {
        bool isAll = items.Any(static i => i.Source.Kind == EnterpriseGptDefaults.Kind);
        IEnumerable<IntegrationName> names = isAll ? catalog.Select(static i => i.Name) : items.Select(static i => i.Source);
        foreach (IntegrationName name in names.Distinct().Where(n => IsDue(n, maxAge)))
        {
            _forgotten[name] = time.GetTimestamp();
            invalidation.AccessChanged(name);
        }
    }

    private bool IsDue(IntegrationName name, TimeSpan maxAge) =>
        maxAge <= TimeSpan.Zero || !_forgotten.TryGetValue(name, out long last) || time.GetElapsedTime(last) >= maxAge;
}
