using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>What is known of the subscription to a library: since when it tells, or since when it does not.</summary>
internal sealed class LibraryWatch(string driveId)
{
    private bool _isSilent = true;
    private DateTimeOffset? _silentSince;
    private NotificationGapReason _reason = NotificationGapReason.Created;
    private DateTimeOffset _seen;
    private string? _mark;

    /// <summary>The subscription as it was seen last.</summary>
    public LibrarySubscription? Subscription { get; private set; }

    /// <summary>The mark of the secret with which this process last made one; null where it made none.</summary>
    public string? MadeWith { get; set; }

    /// <summary>The mark of the secret that a subscription was made with; null where somebody else made it.</summary>
    public string? MarkOf(LibrarySubscription subscription) => subscription.Id == Subscription?.Id ? _mark : null;

    public bool IsAlive(DateTimeOffset now) => !_isSilent && Subscription?.Expires > now;

    /// <summary>Notes that nothing tells any more: since it ended, or since it was seen last. A silence that began before goes on.</summary>
    public void FallSilent(DateTimeOffset now)
    {
        if (_isSilent || Subscription is null)
        {
            return;
        }

        _isSilent = true;
        (_silentSince, _reason) = Subscription.Expires <= now ? (Subscription.Expires, NotificationGapReason.Expired) : (_seen, NotificationGapReason.Removed);
    }

    /// <summary>Notes a subscription that tells, and gives the silence that it ends.</summary>
    public NotificationGap? Tell(LibrarySubscription subscription, string? mark, DateTimeOffset now)
    {
        NotificationGap? gap = _isSilent ? new(driveId, _silentSince, now, _reason) : null;
        (Subscription, _mark, _seen, _isSilent) = (subscription, mark, now, false);
        return gap;
    }
}
