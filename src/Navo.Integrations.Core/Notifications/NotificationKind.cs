namespace Navo.Integrations.Core.Notifications;

/// <summary>What a notification says.</summary>
public enum NotificationKind
{
    /// <summary>Something changed; what, is to be asked.</summary>
    Changed = 0,

    /// <summary>Who may see something changed.</summary>
    AccessChanged,

    /// <summary>The subscription wants to be authorized again, or ends.</summary>
    ReauthorizationRequired,

    /// <summary>The subscription is gone: nothing is told until there is a new one.</summary>
    SubscriptionRemoved,

    /// <summary>Notifications were lost.</summary>
    Missed,
}
