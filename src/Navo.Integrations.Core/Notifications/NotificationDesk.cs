using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Telemetry;

namespace Navo.Integrations.Core.Notifications;

/// <summary>Takes what comes in for any integration: has it judged, and puts what is proven into the queue. It knows no HTTP, so that any host can stand before it. Safe for concurrent use.</summary>
public sealed class NotificationDesk
{
    private readonly Dictionary<string, INotificationSource> _sources;
    private readonly NotificationQueue _queue;
    private readonly IntegrationTelemetry _telemetry;

    internal NotificationDesk(IEnumerable<INotificationSource> sources, NotificationQueue queue, IntegrationTelemetry telemetry)
    {
        _sources = sources.ToDictionary(static source => source.Name.ToString(), StringComparer.OrdinalIgnoreCase);
        _queue = queue;
        _telemetry = telemetry;
    }

    /// <summary>The integrations that can be notified.</summary>
    public IReadOnlyCollection<IntegrationName> Sources => [.. _sources.Values.Select(static source => source.Name)];

    /// <summary>Takes a request.</summary>
    /// <param name="source">The integration that the address names, for example <c>sharepoint</c> or <c>sharepoint:legal</c>.</param>
    /// <param name="request">The request.</param>
    /// <returns>How to answer.</returns>
    public NotificationReceipt Receive(string source, NotificationRequest request)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(request);
        if (!_sources.TryGetValue(source, out INotificationSource? known))
        {
            return default;
        }

        NotificationReceipt receipt = Judge(known.Name, known.Receive(request));
        _telemetry.For(known.Name).RecordNotification(receipt.Outcome);
        return receipt;
    }

    private NotificationReceipt Judge(IntegrationName source, NotificationVerdict verdict)
    {
        switch (verdict)
        {
            case NotificationVerdict.Handshake handshake:
                return new(NotificationOutcome.Handshake) { Token = handshake.Token };
            case NotificationVerdict.Accepted accepted:
                _queue.Add(source, accepted.Notifications);
                return new(NotificationOutcome.Accepted);
            case NotificationVerdict.Refused refused:
                return new(OutcomeOf(refused.Reason));
            default:
                return default;
        }
    }

    private static NotificationOutcome OutcomeOf(NotificationRefusal reason) => reason switch
    {
        NotificationRefusal.Forged => NotificationOutcome.Forged,
        NotificationRefusal.Replayed => NotificationOutcome.Replayed,
        NotificationRefusal.Malformed => NotificationOutcome.Malformed,
        _ => NotificationOutcome.Unknown,
    };
}
