namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>A notification, of a change or of the life of a subscription. No record: its text would show the client's state.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/resources/changenotification"/>.</remarks>
internal sealed class NotificationDto
{
    public string? SubscriptionId { get; set; }

    public string? ClientState { get; set; }

    public string? TenantId { get; set; }

    /// <summary>What changed; absent where the subscription itself is meant.</summary>
    public string? Resource { get; set; }

    /// <summary>What is to be done about the subscription; absent where something changed.</summary>
    public string? LifecycleEvent { get; set; }
}
