using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// Keeps one subscription to each library alive, and says when a library may have changed without telling. It remembers in memory: what it finds at its first round was told to somebody else, or to
/// nobody, and is a gap too.
/// </summary>
internal sealed class SubscriptionGuardian(SubscriptionDesk desk, ISyncSource libraries, LibraryTending tending, Func<SharePointSettings> current, TimeProvider time) : IDisposable
{
    /// <summary>The key of a failure that kept libraries from being listed.</summary>
    private const string AllOthers = "*";

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly Dictionary<string, LibraryWatch> _watches = new(StringComparer.Ordinal);
    private readonly HashSet<SourceNotification> _news = [];
    private readonly List<NotificationGap> _untold = [];

    public async Task<SubscriptionUpkeep> EnsureAsync(SyncScope scope, IReadOnlyCollection<SourceNotification> news, CancellationToken cancellationToken)
    {
        if (current().Options.Notifications.Url is null)
        {
            return SubscriptionUpkeep.None;
        }

        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _news.UnionWith(news); // kept until it was answered: nobody tells it twice
            return await RunAsync(scope, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<SubscriptionUpkeep> RunAsync(SyncScope scope, CancellationToken cancellationToken)
    {
        GuardRound round = new(_news, _untold, time.GetUtcNow());
        HashSet<string> wanted = await ListAsync(scope, round, cancellationToken).ConfigureAwait(false);
        ILookup<string, LibrarySubscription> own = (await desk.ListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(subscription => subscription.DriveId, StringComparer.Ordinal);
        bool isComplete = round.Failures.Count == 0;
        if (isComplete)
        {
            await ForgetAsync(own.Where(library => !wanted.Contains(library.Key)).SelectMany(library => library), wanted, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            wanted.UnionWith([.. _watches.Keys, .. own.Select(library => library.Key)]); // what could not be seen now is kept alive
        }

        foreach (string drive in wanted)
        {
            await TendAsync(drive, [.. own[drive]], round, cancellationToken).ConfigureAwait(false);
        }

        round.AddUnknown();
        _news.Clear();
        _news.UnionWith(round.Unanswered);
        return round.ToUpkeep([.. wanted.Select(drive => _watches[drive])], current().Options.Notifications.RenewAhead);
    }

    /// <summary>The libraries of a scope. Where some could not be listed, the round goes on with those that could.</summary>
    private async Task<HashSet<string>> ListAsync(SyncScope scope, GuardRound round, CancellationToken cancellationToken)
    {
        HashSet<string> listed = new(StringComparer.Ordinal);
        try
        {
            await foreach (SyncPartition library in libraries.GetPartitionsAsync(scope, cancellationToken).ConfigureAwait(false))
            {
                listed.Add(library.Id);
            }
        }
        catch (IntegrationException failure) when (listed.Count > 0 || _watches.Count > 0)
        {
            round.Failures[AllOthers] = failure;
        }

        return listed;
    }

    private async Task TendAsync(string drive, IReadOnlyList<LibrarySubscription> own, GuardRound round, CancellationToken cancellationToken)
    {
        LibraryWatch watch = _watches.TryGetValue(drive, out LibraryWatch? known) ? known : _watches[drive] = new(drive);
        try
        {
            await tending.TendAsync(drive, watch, own, round, cancellationToken).ConfigureAwait(false);
        }
        catch (IntegrationException failure)
        {
            round.Failures[drive] = failure;
        }
    }

    /// <summary>Ends what is not wanted. What can't be ended now is found again by the next round.</summary>
    private async Task ForgetAsync(IEnumerable<LibrarySubscription> unwanted, HashSet<string> wanted, CancellationToken cancellationToken)
    {
        foreach (string drive in _watches.Keys.Where(drive => !wanted.Contains(drive)).ToArray())
        {
            _watches.Remove(drive);
        }

        foreach (LibrarySubscription subscription in unwanted)
        {
            await tending.TryDeleteAsync(subscription, cancellationToken).ConfigureAwait(false);
        }
    }
}
