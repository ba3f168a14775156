namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>A subscription to changes.</summary>
/// <param name="Id">The id.</param>
/// <param name="Resource">What is watched.</param>
/// <param name="ChangeType">Which changes.</param>
/// <param name="NotificationUrl">Where notifications go.</param>
/// <param name="Expires">When it ends.</param>
internal sealed record GraphSubscription(string Id, string Resource, string ChangeType, Uri NotificationUrl, DateTimeOffset Expires)
{
    /// <summary>What the subscriber wants to be told with each notification.</summary>
    public string? ClientState { get; init; }

    /// <summary>Where news of the subscription itself goes.</summary>
    public Uri? LifecycleNotificationUrl { get; init; }

    /// <summary>The change of the tenant up to which was told.</summary>
    public long ToldUntil { get; init; }
}
