using Navo.Integrations.Confluence.Api.Wire;
using Refit;

namespace Navo.Integrations.Confluence.Api;

public partial interface IConfluenceDataCenterApi
{
    /// <summary>Webhooks. This and all below are for administrators of the instance.</summary>
    /// <param name="limit">Items a page; the server may lower it.</param>
    /// <param name="start">From the <c>next</c> link of the page before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A page of webhooks.</returns>
    [Get("/rest/api/webhooks")]
    Task<ListDto<WebhookDto>> GetWebhooksAsync(int limit, string? start, CancellationToken cancellationToken = default);

    /// <summary>Registers a webhook.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The webhook.</returns>
    [Post("/rest/api/webhooks")]
    Task<WebhookDto> CreateWebhookAsync([Body] WebhookDto webhook, CancellationToken cancellationToken = default);

    /// <summary>Changes a webhook as a whole.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="webhook">What it shall be.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The webhook.</returns>
    [Put("/rest/api/webhooks/{id}")]
    Task<WebhookDto> UpdateWebhookAsync(string id, [Body] WebhookDto webhook, CancellationToken cancellationToken = default);

    /// <summary>Removes a webhook.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A task that ends when it is gone.</returns>
    [Delete("/rest/api/webhooks/{id}")]
    Task DeleteWebhookAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>What came of the latest event that a webhook told.</summary>
    /// <param name="id">The webhook.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The invocation.</returns>
    [Get("/rest/api/webhooks/{id}/latest")]
    Task<WebhookInvocationDto> GetLatestInvocationAsync(string id, CancellationToken cancellationToken = default);
}
