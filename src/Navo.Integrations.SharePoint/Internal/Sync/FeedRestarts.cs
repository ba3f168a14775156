using System.Collections.Concurrent;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>How often walks through everything were sent back to their beginning: not for ever. A walk is known by the position that its last page gave.</summary>
internal sealed class FeedRestarts
{
    private const int Max = 3;

    private readonly ConcurrentDictionary<string, (string Position, int Count)> _walks = new(StringComparer.Ordinal);

    /// <summary>How often the walk that comes with a position was sent back.</summary>
    public int Take(string partition, string? position) =>
        _walks.TryRemove(partition, out (string Position, int Count) walk) && walk.Position == (position ?? string.Empty) ? walk.Count : 0;

    /// <summary>Keeps that in mind for the next page.</summary>
    public void Keep(string partition, SyncPage page, int count)
    {
        if (count > 0 && !page.IsLast)
        {
            _walks[partition] = (page.Position, count);
        }
    }

    /// <summary>Sends a walk to its beginning, or to where Graph wants it to begin.</summary>
    /// <exception cref="IntegrationException">It was sent there too often.</exception>
    public SyncPage Restart(string partition, FeedAnswer answer, int count)
    {
        string from = answer.StartAgainAt ?? string.Empty;
        _walks[partition] = count < Max ? (from, count + 1) : throw answer.Void!;
        return new() { Position = from, MustEnumerate = true };
    }
}
