using Navo.Integrations.SharePoint.Api.Wire;
using Refit;

namespace Navo.Integrations.SharePoint.Api;

internal partial interface IGraphApi
{
    [Get("/subscriptions")]
    Task<GraphListDto<SubscriptionDto>> GetSubscriptionsAsync(CancellationToken cancellationToken);

    /// <summary>Subscribes. The header asks for changes of permissions too.</summary>
    [Post("/subscriptions")]
    [Headers("Prefer: includesecuritywebhooks")]
    Task<SubscriptionDto> CreateSubscriptionAsync([Body] SubscriptionDto subscription, CancellationToken cancellationToken);

    /// <summary>Renews, which authorizes again too. Nothing but the end can be changed.</summary>
    [Patch("/subscriptions/{id}")]
    Task<SubscriptionDto> RenewSubscriptionAsync(string id, [Body] SubscriptionDto change, CancellationToken cancellationToken);

    [Post("/subscriptions/{id}/reauthorize")]
    Task ReauthorizeSubscriptionAsync(string id, CancellationToken cancellationToken);

    [Delete("/subscriptions/{id}")]
    Task DeleteSubscriptionAsync(string id, CancellationToken cancellationToken);
}
