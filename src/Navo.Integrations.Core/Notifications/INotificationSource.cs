using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Notifications;

/// <summary>
/// What an integration does to be told of changes: it judges what comes in, and looks after its subscriptions. Registered under the integration's name as the key. Notifications only say when to
/// look; what is there to see is told by the sync alone, so a lost or a forged one costs time or a request and nothing else.
/// </summary>
public interface INotificationSource
{
    /// <summary>The integration.</summary>
    IntegrationName Name { get; }

    /// <summary>Judges a request: at once and without asking the source, because the sender waits for seconds only.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The verdict. It never throws because of what came in.</returns>
    NotificationVerdict Receive(NotificationRequest request);

    /// <summary>Makes sure that the source goes on telling: makes what subscriptions are missing, renews what ends soon, answers what the source said of them.</summary>
    /// <param name="news">What came of the kinds other than changes since the last call.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>When to come again, and for what time the source may have been silent.</returns>
    /// <exception cref="IntegrationException">The source could not be asked at all; what is wrong with one subscription stands in the result.</exception>
    Task<SubscriptionUpkeep> MaintainAsync(IReadOnlyCollection<SourceNotification> news, CancellationToken cancellationToken);
}
