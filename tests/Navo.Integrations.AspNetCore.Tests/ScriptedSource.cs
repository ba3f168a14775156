using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.AspNetCore.Tests;

/// <summary>An integration whose judgement a test scripts.</summary>
internal sealed class ScriptedSource(string name) : INotificationSource
{
    public IntegrationName Name { get; } = IntegrationName.Parse(name);

    public List<NotificationRequest> Requests { get; } = [];

    public Func<NotificationRequest, NotificationVerdict>? OnReceive { get; set; }

    public NotificationVerdict Receive(NotificationRequest request)
    {
        lock (Requests)
        {
            Requests.Add(request);
        }

        return OnReceive?.Invoke(request) ?? new NotificationVerdict.Accepted([new(Name, NotificationKind.Changed)]);
    }

    public Task<SubscriptionUpkeep> MaintainAsync(IReadOnlyCollection<SourceNotification> news, CancellationToken cancellationToken) => Task.FromResult(SubscriptionUpkeep.None);
}
