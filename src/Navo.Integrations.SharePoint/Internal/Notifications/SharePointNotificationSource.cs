using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// What Graph tells of libraries. A notification is proven by the state that its subscription carries, and by that alone: it has no signature and no time, so one that is sent again can't be told from a new
/// one. It joins what waits, and costs one look at the most.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/graph/change-notifications-delivery-webhooks"/>.</remarks>
internal sealed class SharePointNotificationSource(IntegrationName name, SubscriptionGuardian guardian, Func<SharePointSettings> current) : INotificationSource
{
    private const string ValidationToken = "validationToken";
    private const int LongestToken = 2048;

    public IntegrationName Name => name;

    public NotificationVerdict Receive(NotificationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        SharePointSettings settings = current();
        if (settings.Options.Notifications.Url is null)
        {
            return new NotificationVerdict.Refused(NotificationRefusal.NotConfigured);
        }

        if (request.Query.TryGetValue(ValidationToken, out string? token))
        {
            return IsPlain(token) ? new NotificationVerdict.Handshake(token) : new NotificationVerdict.Refused(NotificationRefusal.Malformed);
        }

        if (NotificationBody.Read(request.Body.Span) is not { } entries)
        {
            return new NotificationVerdict.Refused(NotificationRefusal.Malformed);
        }

        SourceNotification[] proven = [.. entries.Select(entry => Judge(entry, settings)).OfType<SourceNotification>()];
        return new NotificationVerdict.Accepted([.. proven.Distinct()]) { Ignored = entries.Count - proven.Length };
    }

    /// <summary>Libraries tell; lists and pages are asked.</summary>
    public async Task<SubscriptionUpkeep> MaintainAsync(IReadOnlyCollection<SourceNotification> news, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(news);
        SharePointOptions options = current().Options;
        SubscriptionUpkeep upkeep = await guardian.EnsureAsync(new() { Containers = [.. options.Notifications.Containers] }, news, cancellationToken).ConfigureAwait(false);
        return ReferenceEquals(upkeep, SubscriptionUpkeep.None) ? upkeep : upkeep with { CoversAll = options is { SyncLists: false, SyncPages: false, Notifications.Containers.Count: 0 } };
    }

    private SourceNotification? Judge(NotificationDto? entry, SharePointSettings settings)
    {
        if (entry?.ClientState is not { } state || !IsOfTenant(entry.TenantId, settings.Options.TenantId) || KindOf(entry.LifecycleEvent) is not { } kind)
        {
            return null;
        }

        string? drive = DriveResource.Parse(entry.Resource);
        bool isProven = drive is null ? settings.States.ProvesAny(state) : settings.States.Proves(state, drive);
        return isProven ? new(name, kind) { Partition = drive, Subscription = entry.SubscriptionId } : null;
    }

    /// <summary>A tenant that is configured by a domain can't be compared; the state is bound to it all the same.</summary>
    private static bool IsOfTenant(string? told, string? configured) =>
        !Guid.TryParse(configured, out Guid ours) || (Guid.TryParse(told, out Guid theirs) && theirs == ours);

    private static NotificationKind? KindOf(string? lifecycleEvent) => lifecycleEvent switch
    {
        null => NotificationKind.Changed,
        "reauthorizationRequired" => NotificationKind.ReauthorizationRequired,
        "subscriptionRemoved" => NotificationKind.SubscriptionRemoved,
        "missed" => NotificationKind.Missed,
        _ => null,
    };

    /// <summary>The token is echoed to whoever sent it: nothing that a browser could take for a page goes back.</summary>
    private static bool IsPlain(string token) => token is { Length: > 0 and <= LongestToken } && !token.Any(c => char.IsControl(c) || c is '<' or '>');
}
