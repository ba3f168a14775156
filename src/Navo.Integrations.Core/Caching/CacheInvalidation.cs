using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Core.Caching;

/// <summary>
/// Takes events of change, for example from a source's webhook, so that what was kept of a changed item is asked for anew. It works within this process, and in all that share an
/// <see cref="ICacheInvalidationExchange"/>. Registered with <c>AddNavoIntegrations</c>.
/// </summary>
public sealed class CacheInvalidation
{
    private readonly IIntegrationCache _cache;
    private readonly ICacheInvalidationExchange? _exchange;

    internal CacheInvalidation(IIntegrationCache cache, ICacheInvalidationExchange? exchange = null) => (_cache, _exchange) = (cache, exchange);

    /// <summary>An item was edited, moved, deleted or restored: its content, metadata and decisions are forgotten.</summary>
    /// <param name="integration">The integration.</param>
    /// <param name="item">The item.</param>
    /// <exception cref="InvalidQueryException">The id is <c>default</c>.</exception>
    public void ItemChanged(IntegrationName integration, ContentId item)
    {
        ReaderGate.Require(item);
        Tell(new(integration, CacheInvalidationKind.Item, item.Value));
    }

    /// <summary>A restriction, a permission or the members of a group changed: all decisions of the integration are forgotten, because one restriction counts for everything below it.</summary>
    /// <param name="integration">The integration.</param>
    public void AccessChanged(IntegrationName integration) => Tell(new(integration, CacheInvalidationKind.Access, null));

    /// <summary>Everything may have changed: all that was kept for the integration is forgotten.</summary>
    /// <param name="integration">The integration.</param>
    public void EverythingChanged(IntegrationName integration) => Tell(new(integration, CacheInvalidationKind.Everything, null));

    /// <summary>Forgets here what another process says. What it says and is not understood is forgotten whole: too little would serve what somebody may no longer see.</summary>
    internal static void Apply(IIntegrationCache cache, CacheInvalidationNotice notice)
    {
        if (notice.Integration is not { } integration)
        {
            cache.ClearAll();
            return;
        }

        switch (notice.Kind)
        {
            case CacheInvalidationKind.Item when notice.Item is { Length: > 0 } item:
                cache.PartitionOf(integration).Forget(item, decisionsOnly: false);
                break;
            case CacheInvalidationKind.Access:
                cache.PartitionOf(integration).ForgetDecisions();
                break;
            default:
                cache.Clear(integration);
                break;
        }
    }

    private void Tell(CacheInvalidationNotice notice)
    {
        Apply(_cache, notice);
        _exchange?.Publish(notice);
    }
}
