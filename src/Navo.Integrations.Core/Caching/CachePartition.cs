using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Caching;

/// <summary>What belongs to one integration: its calls under way, and the time from which entries count.</summary>
internal sealed class CachePartition(IntegrationName name, TimeProvider time)
{
    private readonly Lock _clearing = new();
    private volatile State _state = new(0, DateTimeOffset.MinValue, new FlightTable());

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

    public bool IsCurrent(CacheEntry entry)
    {
        State state = _state;
        return entry.Generation == state.Generation || (entry.Generation == CacheEntry.Foreign && entry.StoredAt > state.ClearedAt);
    }

    private sealed record State(int Generation, DateTimeOffset ClearedAt, FlightTable Flights);
}
