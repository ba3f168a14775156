using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.Confluence.Internal.Notifications;

/// <summary>Keeps one webhook alive, and says when the instance may have been silent. It remembers in memory; what it finds at its first round told somebody else, or nobody, and is a gap too.</summary>
internal sealed class WebhookGuardian(WebhookDesk? desk, Func<ConfluenceSettings> current, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(4);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private DateTimeOffset? _told;          // when it was last seen to tell
    private NotificationGap? _silence;      // from which on it may not have told
    private (string Url, string? Secret)? _written;

    public async Task<SubscriptionUpkeep> EnsureAsync(CancellationToken cancellationToken)
    {
        if (desk is null || current().Options.Notifications.Url is null)
        {
            return SubscriptionUpkeep.None;
        }

        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await RunAsync(desk, current().Options.Notifications, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<SubscriptionUpkeep> RunAsync(WebhookDesk hooks, ConfluenceNotificationOptions options, CancellationToken cancellationToken)
    {
        (string Url, string? Secret) wanted = (options.Url!.AbsoluteUri, options.Secret);
        ConfluenceWebhook[] own = [.. (await hooks.ListAsync(cancellationToken).ConfigureAwait(false)).Where(hook => hook.Url.AbsoluteUri == wanted.Url)];
        ConfluenceWebhook? kept = own.OrderByDescending(IsTelling).ThenBy(hook => hook.Id, StringComparer.Ordinal).FirstOrDefault();
        bool isTelling = kept is not null && IsTelling(kept);
        NoteSilence(isTelling);
        bool isMended = kept is not null && (!isTelling || _written != wanted); // the secret is not shown, so it is written once by each process
        if (kept is null)
        {
            await hooks.RegisterAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (isMended)
        {
            await hooks.UpdateAsync(IdOf(kept), cancellationToken).ConfigureAwait(false);
        }

        _written = wanted;
        foreach (ConfluenceWebhook other in own.Where(hook => hook != kept))
        {
            await hooks.RemoveAsync(IdOf(other), cancellationToken).ConfigureAwait(false);
        }

        return ToUpkeep(kept is null, isMended);
    }

    private void NoteSilence(bool isTelling)
    {
        if (!isTelling || _told is null)
        {
            _silence ??= new(null, _told, time.GetUtcNow(), _told is null ? NotificationGapReason.Created : NotificationGapReason.Removed);
        }
    }

    private SubscriptionUpkeep ToUpkeep(bool isMade, bool isMended)
    {
        DateTimeOffset now = time.GetUtcNow();
        NotificationGap[] gaps = _silence is { } silence ? [silence with { Until = now }] : [];
        (_told, _silence) = (now, null);
        return new() { Alive = 1, Created = isMade ? 1 : 0, Renewed = isMended ? 1 : 0, NextDue = now + Often, Gaps = gaps };
    }

    private static bool IsTelling(ConfluenceWebhook hook) => hook.IsActive && WebhookEvents.All.All(name => hook.Events.Contains(name, StringComparer.Ordinal));

    private static string IdOf(ConfluenceWebhook hook) => hook.Id ?? throw new ProtocolException("The instance lists webhooks without their ids, so that none can be changed.")
    {
        Remedy = "Let an administrator set the webhook up by hand: active, with all events of contents, spaces, groups and permissions.",
    };
}
