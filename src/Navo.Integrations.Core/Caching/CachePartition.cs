using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Caching;

/// <summary>What belongs to one integration: its calls under way, the items that changed, and the time from which entries count.</summary>
internal sealed class CachePartition(IntegrationName name, TimeProvider time, DateTimeOffset started, DateTimeOffset clearedAt)
{
    private readonly Lock _clearing = new();
    private readonly ItemChanges _changes = new();
    private volatile State _state = new(0, clearedAt, new FlightTable());

    public IntegrationName Name => name;

    public int Generation => _state.Generation;

    public FlightTable Flights => _state.Flights;

    /// <summary>Everything that was asked before now is forgotten, wherever it is kept; calls under way are not joined any more.</summary>
    public void Clear()
    {
        lock (_clearing)
        {
            _state = new State(_state.Generation + 1, time.GetUtcNow(), new FlightTable());
        }
    }

    /// <summary>What is kept of an item, or only the decisions about it, is forgotten; also what calls under way are about to bring.</summary>
    public void Forget(string itemId, bool decisionsOnly) => Note(decisionsOnly ? ItemChanges.DecisionsOf(itemId) : itemId);

    /// <summary>All decisions are forgotten.</summary>
    public void ForgetDecisions() => Note(ItemChanges.AllDecisions);

    /// <summary>What a key depends on beside the call's own arguments; null as long as nothing that it is about has changed.</summary>
    public string? ChangesOf(CacheRegion region, string? itemId) => _changes.Of(region, itemId);

    /// <summary>Whether an entry still counts. What another process kept may be older than what this one was told to forget before it ended: decisions count only from this one's start on.</summary>
    public bool IsCurrent(CacheEntry entry)
    {
        State state = _state;
        return entry.Generation == state.Generation
            || (entry.Generation == CacheEntry.Foreign && entry.StoredAt > state.ClearedAt && (entry.StoredAt > started || CacheKey.RegionOf(entry.Key) != CacheRegion.Permission));
    }

    /// <summary>Keys without counts are those of before the changes again, so first everything older is forgotten.</summary>
    private void Note(string subject)
    {
        lock (_clearing)
        {
            if (_changes.IsFull)
            {
                Clear();
                _changes.Clear();
            }

            _changes.Note(subject);
        }
    }

    private sealed record State(int Generation, DateTimeOffset ClearedAt, FlightTable Flights);
}
