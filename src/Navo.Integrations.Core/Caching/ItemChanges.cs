using System.Collections.Concurrent;
using System.Globalization;

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
    private long _last;

    /// <summary>Stands for the decisions about one item.</summary>
    public static string DecisionsOf(string itemId) => "\0" + itemId;

    /// <summary>Notes a change; false when there are too many to remember, and then everything must be forgotten.</summary>
    public bool Note(string subject)
    {
        bool fits = _counts.Count < Capacity;
        if (!fits)
        {
            _counts.Clear();
        }

        _counts[subject] = Interlocked.Increment(ref _last);
        return fits;
    }

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
