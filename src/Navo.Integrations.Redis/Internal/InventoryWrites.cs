using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Redis.Internal;

/// <summary>
/// Writes that were sent and are not known to be safe, the latest of each item. One that failed stays here, and so fails each flush, until it was sent again with success: of several runs over one
/// inventory none can take another's failure away from it.
/// </summary>
internal sealed class InventoryWrites(Func<ContentId, InventoryEntry?, Task> send)
{
    /// <summary>So many are on their way at most; one more waits for all of them.</summary>
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<ContentId, Write> _writes = [];

    public bool TryGet(ContentId id, out InventoryEntry? entry)
    {
        bool isOwn = _writes.TryGetValue(id, out Write? write);
        entry = write?.Entry;
        return isOwn;
    }

    public async ValueTask AddAsync(ContentId id, InventoryEntry? entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_writes.Count >= Most)
        {
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        _writes[id] = new(entry, send(id, entry)); // commands of one connection are carried out in their order
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        KeyValuePair<ContentId, Write>[] writes = [.. _writes];
        IntegrationException? first = null;
        foreach ((ContentId id, Write write) in writes)
        {
            try
            {
                await SettleAsync(id, write, cancellationToken).ConfigureAwait(false);
            }
            catch (IntegrationException failure)
            {
                first ??= failure;
            }
        }

        if (first is not null)
        {
            throw first;
        }
    }

    /// <summary>Makes what was written of one item safe.</summary>
    public ValueTask FlushAsync(ContentId id, CancellationToken cancellationToken) =>
        _writes.TryGetValue(id, out Write? write) ? SettleAsync(id, write, cancellationToken) : default;

    private async ValueTask SettleAsync(ContentId id, Write write, CancellationToken cancellationToken)
    {
        Write sent = write;
        if (write.Task.IsFaulted || write.Task.IsCanceled)
        {
            sent = new(write.Entry, send(id, write.Entry));
            if (!_writes.TryUpdate(id, sent, write))
            {
                return; // it was written anew meanwhile
            }
        }

        await sent.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        _writes.TryRemove(new(id, sent));
    }

    private sealed class Write(InventoryEntry? entry, Task task)
    {
        public InventoryEntry? Entry => entry;

        public Task Task => task;
    }
}
