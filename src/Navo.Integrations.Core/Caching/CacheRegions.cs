using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Caching;

/// <summary>What the regions' options mean for a call.</summary>
internal static class CacheRegions
{
    /// <summary>The options of a region that is in use; null if nothing is to be kept.</summary>
    public static CacheRegionOptions? Find(IntegrationCacheOptions cache, CacheRegion region)
    {
        CacheRegionOptions? found = region switch
        {
            CacheRegion.Response => cache.Response,
            CacheRegion.Content => cache.Content,
            CacheRegion.Permission => cache.Permission,
            CacheRegion.Metadata => cache.Metadata,
            _ => null,
        };
        return cache.Enabled && found is { Enabled: true } ? found : null;
    }

    /// <summary>How long after its lifetime an entry may stand in for a source that is down. Decisions on permissions never may, nor what cannot say that it is stale.</summary>
    public static TimeSpan StaleFor(CacheRegionOptions options, CacheRegion region, Type result) =>
        region != CacheRegion.Permission && typeof(IServedResult).IsAssignableFrom(result) ? options.StaleFor : TimeSpan.Zero;

    /// <summary>Whether a result is worth keeping: not what could not be established, nor what is stale already.</summary>
    public static bool IsKeepable(object result) => result switch
    {
        PermissionDecision decision => decision.Outcome != PermissionOutcome.Unknown,
        IServedResult { Origin.IsStale: true } => false,
        ICacheableResult own => own.IsWorthKeeping,
        _ => true,
    };
}
