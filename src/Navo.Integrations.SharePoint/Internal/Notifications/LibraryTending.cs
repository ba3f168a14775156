using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Looks after the subscription to one library.</summary>
internal sealed class LibraryTending(SubscriptionDesk desk, Func<SharePointSettings> current, TimeProvider time)
{
    /// <exception cref="IntegrationException">The library has no subscription, or one that could not be renewed.</exception>
    public async Task TendAsync(string drive, LibraryWatch watch, IReadOnlyList<LibrarySubscription> own, GuardRound round, CancellationToken cancellationToken)
    {
        IReadOnlyList<SourceNotification> news = round.NewsOf(drive, own, watch.Subscription);
        round.Keep(news);
        LibrarySubscription[] alive = [.. own.Where(subscription => subscription.Expires > round.Now && !Says(news, NotificationKind.SubscriptionRemoved, subscription))];
        LibrarySubscription? kept = alive.Where(subscription => !IsOutdated(subscription, watch))
            .OrderByDescending(subscription => subscription.Expires).ThenBy(subscription => subscription.Id, StringComparer.Ordinal).FirstOrDefault(); // as another machine chooses
        if (kept is null && (alive.Length == 0 || !current().States.HasPrevious))
        {
            watch.FallSilent(round.Now);
        }

        kept = kept is null
            ? await CreateAsync(drive, watch, round, cancellationToken).ConfigureAwait(false)
            : await KeepAsync(kept, watch, news, round, cancellationToken).ConfigureAwait(false);
        if (news.Any(told => told.Kind == NotificationKind.Missed))
        {
            round.Add(new(drive, null, round.Now, NotificationGapReason.Missed));
        }

        round.Answer(news);
        foreach (LibrarySubscription other in own.Where(subscription => subscription.Id != kept.Id))
        {
            await TryDeleteAsync(other, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends a subscription that is one too many. Where that fails it does no harm: it tells twice until the next round.</summary>
    public async Task TryDeleteAsync(LibrarySubscription subscription, CancellationToken cancellationToken)
    {
        try
        {
            await desk.DeleteAsync(subscription.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (IntegrationException)
        {
            // the next round finds it again
        }
    }

    private async Task<LibrarySubscription> KeepAsync(LibrarySubscription kept, LibraryWatch watch, IReadOnlyList<SourceNotification> news, GuardRound round, CancellationToken cancellationToken)
    {
        round.Add(watch.Tell(kept, watch.MarkOf(kept), round.Now));
        bool isDue = kept.Expires - current().Options.Notifications.RenewAhead <= round.Now;
        if (!isDue && !Says(news, NotificationKind.ReauthorizationRequired, kept))
        {
            return kept;
        }

        try
        {
            LibrarySubscription renewed = await desk.RenewAsync(kept.Id, cancellationToken).ConfigureAwait(false);
            round.Renewed++;
            watch.Tell(renewed, watch.MarkOf(kept), round.Now);
            return renewed;
        }
        catch (NotFoundException)
        {
            watch.FallSilent(round.Now); // it went between the list and now
            return await CreateAsync(kept.DriveId, watch, round, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<LibrarySubscription> CreateAsync(string drive, LibraryWatch watch, GuardRound round, CancellationToken cancellationToken)
    {
        string mark = current().States.Mark;
        LibrarySubscription made = await desk.CreateAsync(drive, cancellationToken).ConfigureAwait(false);
        round.Created++;
        watch.MadeWith = mark;
        round.Add(watch.Tell(made, mark, time.GetUtcNow()));
        return made;
    }

    /// <summary>
    /// Whether the notifications of a subscription are, or soon will be, proven by nothing. The source shows no state: while a secret is replaced, one of unknown origin is taken for old until this process
    /// has made one; a later one is another machine's.
    /// </summary>
    private bool IsOutdated(LibrarySubscription subscription, LibraryWatch watch)
    {
        ClientStates states = current().States;
        return watch.MarkOf(subscription) is { } mark ? mark != states.Mark : states.HasPrevious && watch.MadeWith != states.Mark;
    }

    private static bool Says(IReadOnlyList<SourceNotification> news, NotificationKind kind, LibrarySubscription subscription) =>
        news.Any(told => told.Kind == kind && (told.Subscription is null || told.Subscription == subscription.Id));
}
