using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Caching;

/// <summary>Keeps the results of all integrations: in memory, and in the application's distributed cache where there is one. It never throws for a store's sake.</summary>
internal interface IIntegrationCache
{
    /// <summary>The part that belongs to one integration.</summary>
    CachePartition PartitionOf(IntegrationName integration);

    /// <summary>What memory holds, past its lifetime or not.</summary>
    CacheEntry? Peek(string key);

    /// <summary>What the distributed cache holds, past its lifetime or not; null when there is none or it does not answer in time.</summary>
    ValueTask<CacheEntry?> FindSharedAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps an entry; writing to the distributed cache goes on in the background.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="keepFor">After how long the store may forget it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask StoreAsync(CacheEntry entry, TimeSpan keepFor, CancellationToken cancellationToken);

    /// <summary>Forgets all that was kept for an integration, for example after its credentials changed.</summary>
    void Clear(IntegrationName integration);

    /// <summary>Forgets all that was kept for any integration.</summary>
    void ClearAll();
}
