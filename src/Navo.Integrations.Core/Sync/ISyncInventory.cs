using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>
/// What the copy has: for each item where it stands and what it was like, so that an unchanged item is told to be one and a missing one is found. Written only when a change is acknowledged or
/// an item was seen unchanged. Implementations are safe for concurrent use.
/// </summary>
public interface ISyncInventory
{
    /// <summary>A name that is new when the inventory is: a checkpoint made with another one starts with an enumeration.</summary>
    string Id { get; }

    /// <summary>Finds an item.</summary>
    /// <param name="id">The item.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>What is known of it; null where the copy does not have it.</returns>
    ValueTask<InventoryEntry?> FindAsync(ContentId id, CancellationToken cancellationToken = default);

    /// <summary>Notes an item.</summary>
    /// <param name="id">The item.</param>
    /// <param name="entry">What is known of it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A task that ends when it is noted; it is safe after <see cref="FlushAsync"/>.</returns>
    ValueTask PutAsync(ContentId id, InventoryEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Takes an item out. One that is not there is no error.</summary>
    /// <param name="id">The item.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A task that ends when it is out.</returns>
    ValueTask RemoveAsync(ContentId id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Notes an item, or takes it out, only where nobody else has noted anything of it since. Of several workers that have told of one item at the same time none can say which of them the copy heard
    /// last: each sees here that there is another. Where several workers share an inventory it has to look and write in one step, which this body does not; for one worker it will do.
    /// </summary>
    /// <param name="id">The item.</param>
    /// <param name="expected">What has to be known of it; null where it has to be out.</param>
    /// <param name="entry">What is known of it from now on; null to take it out.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Whether it was noted; false where something else is known of it than was expected.</returns>
    async ValueTask<bool> ReplaceAsync(ContentId id, InventoryEntry? expected, InventoryEntry? entry, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, cancellationToken).ConfigureAwait(false) != expected)
        {
            return false;
        }

        await (entry is { } put ? PutAsync(id, put, cancellationToken) : RemoveAsync(id, cancellationToken)).ConfigureAwait(false);
        return true;
    }

    /// <summary>Counts the items of a partition, and those of them that no enumeration from a given one on has seen.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="generation">The enumeration.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>All, and those unseen.</returns>
    ValueTask<(long Known, long Unseen)> CountAsync(string partition, int generation, CancellationToken cancellationToken = default);

    /// <summary>Lists the items of a partition that no enumeration from a given one on has seen. Changes made meanwhile may or may not show.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="generation">The enumeration.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Their ids.</returns>
    IAsyncEnumerable<ContentId> GetUnseenAsync(string partition, int generation, CancellationToken cancellationToken = default);

    /// <summary>Tells the latest enumeration that has seen any item: the next one has a number of its own, also where the checkpoint of the last one was lost.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Its number; 0 where there was none.</returns>
    ValueTask<int> GetLatestGenerationAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes safe what was noted.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A task that ends when it is.</returns>
    ValueTask FlushAsync(CancellationToken cancellationToken = default);
}
