using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.Confluence.Internal.Notifications;

/// <summary>The door to webhooks. The guardian behind it is the notification source's too: it remembers.</summary>
/// <param name="desk">Asks Data Center; null on Cloud.</param>
/// <param name="guardian">Keeps the webhook alive.</param>
/// <param name="current">The settings.</param>
internal sealed class ConfluenceWebhooks(WebhookDesk? desk, WebhookGuardian guardian, Func<ConfluenceSettings> current) : IConfluenceWebhooks, IDisposable
{
    public WebhookGuardian Guardian => guardian;

    public async Task<ConfluenceWebhook> RegisterAsync(CancellationToken cancellationToken = default) => await Desk().RegisterAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<ConfluenceWebhook>> ListAsync(CancellationToken cancellationToken = default) => await Desk().ListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<ConfluenceWebhook> UpdateAsync(string webhookId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(webhookId);
        return await Desk().UpdateAsync(webhookId, cancellationToken).ConfigureAwait(false);
    }

    public async Task RemoveAsync(string webhookId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(webhookId);
        await Desk().RemoveAsync(webhookId, cancellationToken).ConfigureAwait(false);
    }

    public async Task<WebhookDelivery?> GetLatestDeliveryAsync(string webhookId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(webhookId);
        return await Desk().LatestAsync(webhookId, cancellationToken).ConfigureAwait(false);
    }

    public Task<SubscriptionUpkeep> EnsureAsync(CancellationToken cancellationToken = default) => guardian.EnsureAsync(cancellationToken);

    public void Dispose() => guardian.Dispose();

    private WebhookDesk Desk() => desk is not null && current().Options.Notifications.Url is not null
        ? desk
        : throw new ConfigurationException(desk is null ? "Confluence Cloud has no webhooks for accounts: it tells Connect and Forge apps only." : "Notifications:Url is not configured.")
        {
            Remedy = desk is null ? "Let the sync ask for changes." : "Set Notifications:Url and Notifications:Secret.",
        };
}
