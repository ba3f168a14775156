namespace Navo.Integrations.Abstractions;

/// <summary>Keeps the items that were not delivered. Implementations are safe for concurrent use.</summary>
public interface ISkipLedger
{
    /// <summary>Notes an item; one that is noted already keeps the time at which it was first.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A task that ends when the note is safe.</returns>
    ValueTask RecordAsync(SkippedItem item, CancellationToken cancellationToken = default);

    /// <summary>Takes an item out, for example because it was delivered or is gone. One that is not there is no error.</summary>
    /// <param name="source">The integration.</param>
    /// <param name="id">The item.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A task that ends when it is out.</returns>
    ValueTask RemoveAsync(IntegrationName source, ContentId id, CancellationToken cancellationToken = default);

    /// <summary>Lists what an integration did not deliver, the item that was skipped first at the front.</summary>
    /// <param name="source">The integration.</param>
    /// <param name="reason">Only what was skipped for this reason; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The items.</returns>
    IAsyncEnumerable<SkippedItem> ListAsync(IntegrationName source, SkipReason? reason = null, CancellationToken cancellationToken = default);
}
