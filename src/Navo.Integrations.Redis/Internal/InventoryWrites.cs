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

    /// <summary>What is sent last is what stands here: commands of one connection are carried out in their order, so nobody sends between another's sending and noting.</summary>
    private readonly Lock _order = new();

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

        lock (_order)
        {
            _writes[id] = new(entry, send(id, entry));
        }
    }

    /// <summary>Makes all that was written until now safe. Whatever has failed is on its way again before the first is waited for, so that an outage takes the time of one.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        List<(ContentId Id, Write Write)> latest = Latest();
        try
        {
            await Task.WhenAll(latest.Select(static sent => sent.Write.Task)).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            latest.ForEach(sent => Settle(sent.Id, sent.Write));
        }
    }

    /// <summary>Makes what was written of one item safe.</summary>
    public async ValueTask FlushAsync(ContentId id, CancellationToken cancellationToken)
    {
        if (Latest(id) is { } sent)
        {
            await sent.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            Settle(id, sent);
        }
    }

    private List<(ContentId Id, Write Write)> Latest()
    {
        List<(ContentId Id, Write Write)> latest = [];
        lock (_order)
        {
            foreach (ContentId id in _writes.Keys)
            {
                if (Latest(id) is { } sent)
                {
                    latest.Add((id, sent));
                }
            }
        }

        return latest;
    }

    /// <summary>The latest write of an item, sent again if it has failed; null where it is safe.</summary>
    private Write? Latest(ContentId id)
    {
        lock (_order)
        {
            if (!_writes.TryGetValue(id, out Write? write) || !(write.Task.IsFaulted || write.Task.IsCanceled))
            {
                return write;
            }

            return _writes[id] = new(write.Entry, send(id, write.Entry));
        }
    }

    private void Settle(ContentId id, Write sent)
    {
        if (sent.Task.IsCompletedSuccessfully)
        {
            _writes.TryRemove(new(id, sent)); // unless it was written anew meanwhile
        }
    }

    private sealed class Write(InventoryEntry? entry, Task task)
    {
        public InventoryEntry? Entry => entry;

        public Task Task => task;
    }
}
