namespace Navo.Integrations.Testing.SharePoint.Model;

/// <summary>A subscription to changes.</summary>
/// <param name="Id">The id.</param>
/// <param name="Resource">What is watched.</param>
/// <param name="ChangeType">Which changes.</param>
/// <param name="NotificationUrl">Where notifications go.</param>
/// <param name="Expires">When it ends.</param>
public sealed record GraphSubscription(string Id, string Resource, string ChangeType, Uri NotificationUrl, DateTimeOffset Expires)
{
    /// <summary>What the subscriber wants to be told with each notification.</summary>
    public string? ClientState { get; init; }

    /// <summary>Where news of the subscription itself goes.</summary>
    public Uri? LifecycleNotificationUrl { get; init; }

    /// <summary>Whether changes of permissions are told too, as <c>Prefer: includesecuritywebhooks</c> asks for.</summary>
    public bool IncludesSecurity { get; init; }

    /// <summary>Whether it tells nothing until it is authorized again.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The change of the tenant up to which was told.</summary>
    internal long ToldUntil { get; init; }
}
