using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.Core.Tests.Sync.Service;

/// <summary>A source's notifications, as a test says.</summary>
internal sealed class ScriptedNotifications : INotificationSource
{
    public IntegrationName Name { get; } = new("model");

    public Func<IReadOnlyCollection<SourceNotification>, SubscriptionUpkeep> OnMaintain { get; set; } = _ => SubscriptionUpkeep.None;

    public List<IReadOnlyCollection<SourceNotification>> Calls { get; } = [];

    public NotificationVerdict Receive(NotificationRequest request) => new NotificationVerdict.Refused(NotificationRefusal.NotConfigured);

    public Task<SubscriptionUpkeep> MaintainAsync(IReadOnlyCollection<SourceNotification> news, CancellationToken cancellationToken)
    {
        Calls.Add(news);
        return Task.FromResult(OnMaintain(news));
    }
}
