using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace Navo.Integrations.Core.Caching;

/// <summary>
/// Counts the changes of items that were made known. The counts are part of the keys, so that an entry made before a change, or by a call
/// that began before it, is never found again.
/// </summary>
internal sealed class ItemChanges
{
    /// <summary>Stands for the decisions about all items.</summary>
    public const string AllDecisions = "";

    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>Begins anywhere: with the counts of another process, or of one that ran before, the keys would meet in a shared second level.</summary>
    private long _last = (long)RandomNumberGenerator.GetInt32(int.MaxValue) << 20;

    /// <summary>Stands for the decisions about one item.</summary>
    public static string DecisionsOf(string itemId) => "\0" + itemId;

    /// <summary>Whether there are so many that they should be forgotten, once everything older than they are counts no more.</summary>
    public bool IsFull => _counts.Count >= Capacity;

    /// <summary>Notes a change.</summary>
    public void Note(string subject) => _counts[subject] = Interlocked.Increment(ref _last);

    /// <summary>Forgets all changes.</summary>
    public void Clear() => _counts.Clear();

    /// <summary>The counts that what is kept of an item in a region depends on; null where there are none.</summary>
    public string? Of(CacheRegion region, string? itemId)
    {
        if (_counts.IsEmpty)
        {
            return null;
        }

        long item = itemId is null ? 0 : _counts.GetValueOrDefault(itemId);
        bool isDecision = region == CacheRegion.Permission;
        long decisions = isDecision ? _counts.GetValueOrDefault(AllDecisions) : 0;
        long decision = isDecision && itemId is not null ? _counts.GetValueOrDefault(DecisionsOf(itemId)) : 0;
        return item + decisions + decision == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"\0{item}.{decisions}.{decision}");
    }
}
