using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;

namespace Navo.Integrations.Core.Caching;

/// <summary>
/// Takes events of change, for example from a source's webhook, so that what was kept of a changed item is asked for anew. It works within this process: with a
/// distributed cache, tell each process. Registered with <c>AddNavoIntegrations</c>.
/// </summary>
public sealed class CacheInvalidation
{
    private readonly IIntegrationCache _cache;

    internal CacheInvalidation(IIntegrationCache cache) => _cache = cache;

    /// <summary>An item was edited, moved, deleted or restored: its content, metadata and decisions are forgotten.</summary>
    /// <param name="integration">The integration.</param>
    /// <param name="item">The item.</param>
    /// <exception cref="InvalidQueryException">The id is <c>default</c>.</exception>
    public void ItemChanged(IntegrationName integration, ContentId item)
    {
        ReaderGate.Require(item);
        _cache.PartitionOf(integration).Forget(item.Value, decisionsOnly: false);
    }

    /// <summary>A restriction, a permission or the members of a group changed: all decisions of the integration are forgotten, because one restriction counts for everything below it.</summary>
    /// <param name="integration">The integration.</param>
    public void AccessChanged(IntegrationName integration) => _cache.PartitionOf(integration).ForgetDecisions();

    /// <summary>Everything may have changed: all that was kept for the integration is forgotten.</summary>
    /// <param name="integration">The integration.</param>
    public void EverythingChanged(IntegrationName integration) => _cache.Clear(integration);
}
