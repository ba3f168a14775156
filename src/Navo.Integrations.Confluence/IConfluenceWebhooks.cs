using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.Confluence;

/// <summary>
/// The webhooks of a Data Center, for which the account must be an administrator of the instance. A keyed service under the integration's name, and a plain one for the default instance. On Cloud, and
/// without <see cref="ConfluenceNotificationOptions.Url"/>, all but <see cref="EnsureAsync"/> fail with <see cref="ConfigurationException"/>.
/// </summary>
/// <remarks><see href="https://developer.atlassian.com/server/confluence/webhooks/"/>.</remarks>
public interface IConfluenceWebhooks
{
    /// <summary>Registers a webhook that tells the configured address of everything that a sync looks at. It is not repeated after a failure; <see cref="EnsureAsync"/> removes doubles.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The webhook.</returns>
    /// <exception cref="PermissionException">The account is no administrator.</exception>
    /// <exception cref="IntegrationException">It could not be registered.</exception>
    /// <remarks><see href="https://developer.atlassian.com/server/confluence/webhooks/"/>.</remarks>
    Task<ConfluenceWebhook> RegisterAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists all webhooks of the instance, of whomever.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The webhooks.</returns>
    /// <exception cref="PermissionException">The account is no administrator.</exception>
    /// <exception cref="IntegrationException">They could not be listed.</exception>
    /// <remarks><see href="https://developer.atlassian.com/server/confluence/webhooks/"/>.</remarks>
    Task<IReadOnlyList<ConfluenceWebhook>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Sets a webhook to the configured address, the current secret and all events, and lets it tell.</summary>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The webhook as it is now.</returns>
    /// <exception cref="NotFoundException">There is none of that id.</exception>
    /// <exception cref="PermissionException">The account is no administrator.</exception>
    /// <exception cref="IntegrationException">It could not be changed.</exception>
    /// <remarks><see href="https://developer.atlassian.com/server/confluence/webhooks/"/>.</remarks>
    Task<ConfluenceWebhook> UpdateAsync(string webhookId, CancellationToken cancellationToken = default);

    /// <summary>Removes a webhook. One that is gone already is no failure.</summary>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A task that ends when it is gone.</returns>
    /// <exception cref="PermissionException">The account is no administrator.</exception>
    /// <exception cref="IntegrationException">It could not be removed.</exception>
    /// <remarks><see href="https://developer.atlassian.com/server/confluence/webhooks/"/>.</remarks>
    Task RemoveAsync(string webhookId, CancellationToken cancellationToken = default);

    /// <summary>Says what came of the latest event.</summary>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The delivery; null where nothing was told yet or there is no such webhook.</returns>
    /// <exception cref="PermissionException">The account is no administrator.</exception>
    /// <exception cref="IntegrationException">It could not be asked.</exception>
    /// <remarks><see href="https://developer.atlassian.com/server/confluence/webhooks/"/>.</remarks>
    Task<WebhookDelivery?> GetLatestDeliveryAsync(string webhookId, CancellationToken cancellationToken = default);

    /// <summary>Makes sure that there is one webhook to the configured address, active and with all events: makes or mends it, and removes doubles. The notification source does so by itself.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What was done, and since when the instance may have been silent. On Cloud and without an address <see cref="SubscriptionUpkeep.None"/>.</returns>
    /// <exception cref="PermissionException">The account is no administrator.</exception>
    /// <exception cref="IntegrationException">The instance could not be asked.</exception>
    Task<SubscriptionUpkeep> EnsureAsync(CancellationToken cancellationToken = default);
}
