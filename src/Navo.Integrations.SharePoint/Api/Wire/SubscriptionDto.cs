namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A subscription to changes. No record: its text would show the client's state.</summary>
internal sealed class SubscriptionDto
{
    public string? Id { get; set; }

    public string? Resource { get; set; }

    public string? ChangeType { get; set; }

    public string? NotificationUrl { get; set; }

    public string? LifecycleNotificationUrl { get; set; }

    public DateTimeOffset? ExpirationDateTime { get; set; }

    public string? ClientState { get; set; }

    public string? LatestSupportedTlsVersion { get; set; }
}
