using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.SharePoint;

/// <summary>
/// The subscriptions by which Graph tells of changes in libraries: those of the application that send to <see cref="SharePointNotificationOptions.Url"/>. A keyed service under the integration's name,
/// and a plain one for the default instance.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/resources/subscription"/>.</remarks>
public interface ISubscriptionManager
{
    /// <summary>
    /// Subscribes to a library. Graph asks the address for a handshake before it answers. The request is not repeated after a failure, since the subscription may have been made;
    /// <see cref="EnsureAsync"/> finds it and removes doubles.
    /// </summary>
    /// <param name="driveId">The id of the library's drive.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The subscription.</returns>
    /// <exception cref="ConfigurationException">No address is configured.</exception>
    /// <exception cref="IntegrationException">It could not be made.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/subscription-post-subscriptions"/>.</remarks>
    Task<LibrarySubscription> CreateAsync(string driveId, CancellationToken cancellationToken = default);

    /// <summary>Lists the subscriptions to libraries that send to the configured address.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The subscriptions.</returns>
    /// <exception cref="ConfigurationException">No address is configured.</exception>
    /// <exception cref="IntegrationException">They could not be listed.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/subscription-list"/>.</remarks>
    Task<IReadOnlyList<LibrarySubscription>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Lets a subscription live for another <see cref="SharePointNotificationOptions.Lifetime"/>. That authorizes it again, too.</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The subscription as it is now.</returns>
    /// <exception cref="NotFoundException">There is none of that id.</exception>
    /// <exception cref="IntegrationException">It could not be renewed.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/subscription-update"/>.</remarks>
    Task<LibrarySubscription> RenewAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>Authorizes a subscription again, without renewing it.</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A task that ends when it is done.</returns>
    /// <exception cref="NotFoundException">There is none of that id.</exception>
    /// <exception cref="IntegrationException">It could not be authorized.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/subscription-reauthorize"/>.</remarks>
    Task ReauthorizeAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>Ends a subscription. One that is gone already is no failure.</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A task that ends when it is gone.</returns>
    /// <exception cref="IntegrationException">It could not be ended.</exception>
    /// <remarks><see href="https://learn.microsoft.com/graph/api/subscription-delete"/>.</remarks>
    Task DeleteAsync(string subscriptionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes sure that each library of a scope has one subscription: makes those that are missing, renews those that end soon, and removes doubles and those of libraries outside of the scope. A
    /// library that fails does not keep the others back. The notification source does the same by itself, for <see cref="SharePointNotificationOptions.Containers"/>.
    /// </summary>
    /// <param name="scope">The libraries.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What was done, when to come again, and the times in which a library may have changed without telling.</returns>
    /// <exception cref="IntegrationException">Graph could not be asked at all.</exception>
    Task<SubscriptionUpkeep> EnsureAsync(SyncScope scope, CancellationToken cancellationToken = default);
}
