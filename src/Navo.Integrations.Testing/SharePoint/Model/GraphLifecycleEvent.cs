namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>What Graph says of a subscription itself.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/change-notifications-lifecycle-events"/>.</remarks>
public enum GraphLifecycleEvent
{
    /// <summary>It wants to be authorized again, and is paused until then.</summary>
    ReauthorizationRequired = 0,

    /// <summary>It is gone.</summary>
    SubscriptionRemoved,

    /// <summary>Notifications were lost.</summary>
    Missed,
}
