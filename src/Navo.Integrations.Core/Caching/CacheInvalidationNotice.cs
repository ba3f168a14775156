using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Caching;

/// <summary>What is to be forgotten.</summary>
/// <param name="Integration">The integration; null for all of them.</param>
/// <param name="Kind">How much of it.</param>
/// <param name="Item">The item's id, where it is about one.</param>
public sealed record CacheInvalidationNotice(IntegrationName? Integration, CacheInvalidationKind Kind, string? Item)
{
    /// <summary>All that is kept for all integrations.</summary>
    public static CacheInvalidationNotice Everything { get; } = new(null, CacheInvalidationKind.Everything, null);
}
