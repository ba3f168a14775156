using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.Confluence.Internal.Notifications;

/// <summary>What Data Center tells, proven by its signature, by its time, and by not having been there before.</summary>
internal sealed class ConfluenceNotificationSource(IntegrationName name, WebhookGuardian guardian, bool isCloud, Func<ConfluenceSettings> current, TimeProvider time) : INotificationSource
{
    private const string EventHeader = "X-Event-Key";
    private const int MostBytes = 4 << 20;

    private readonly SeenSignatures _seen = new(time);

    public IntegrationName Name => name;

    public NotificationVerdict Receive(NotificationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ConfluenceSettings settings = current();
        ConfluenceNotificationOptions options = settings.Options.Notifications;
        if (isCloud || options.Url is null)
        {
            return new NotificationVerdict.Refused(NotificationRefusal.NotConfigured);
        }

        if (request.Body.Length > MostBytes)
        {
            return new NotificationVerdict.Refused(NotificationRefusal.Malformed);
        }

        if (!request.Headers.TryGetValue(HookSignature.Header, out string? text))
        {
            // a test of the connection is not signed, and nothing comes of it
            return HookBody.Read(request.Body) is { IsTest: true, Event: null } ? new NotificationVerdict.Accepted([]) : new NotificationVerdict.Refused(NotificationRefusal.Forged);
        }

        byte[]? signature = HookSignature.Verify(text, request.Body.Span, options.Secret, options.PreviousSecret);
        return signature is null ? new NotificationVerdict.Refused(NotificationRefusal.Forged) : Take(request, signature, settings);
    }

    public Task<SubscriptionUpkeep> MaintainAsync(IReadOnlyCollection<SourceNotification> news, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(news);
        return guardian.EnsureAsync(cancellationToken);
    }

    private NotificationVerdict Take(NotificationRequest request, byte[] signature, ConfluenceSettings settings)
    {
        if (HookBody.Read(request.Body) is not { } body)
        {
            return new NotificationVerdict.Refused(NotificationRefusal.Malformed);
        }

        // One with a time is believed from a window before it to a window behind it, and has to be remembered for as long.
        TimeSpan window = settings.Options.Notifications.ReplayWindow;
        if (!IsWithin(body.Milliseconds, window) || !_seen.TryAdd(signature, 2 * window))
        {
            return new NotificationVerdict.Refused(NotificationRefusal.Replayed);
        }

        if (body.IsTest)
        {
            return new NotificationVerdict.Accepted([]);
        }

        if (body.Space is { } space && !settings.Boundary.Contains(new ContainerRef(space)))
        {
            return new NotificationVerdict.Accepted([]) { Ignored = 1 };
        }

        string? told = body.Event ?? request.Headers.GetValueOrDefault(EventHeader);
        return new NotificationVerdict.Accepted([new(name, WebhookEvents.IsOfAccess(told) ? NotificationKind.AccessChanged : NotificationKind.Changed) { Partition = body.Space }]);
    }

    private bool IsWithin(long? milliseconds, TimeSpan window) =>
        milliseconds is not { } at || Int128.Abs((Int128)at - time.GetUtcNow().ToUnixTimeMilliseconds()) <= (Int128)window.TotalMilliseconds;
}
