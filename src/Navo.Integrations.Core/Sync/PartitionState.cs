using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Sync;

/// <summary>Where a partition stands, as the checkpoint keeps it.</summary>
internal sealed record PartitionState
{
    /// <summary>The enumeration under way or the last one; 0 before the first.</summary>
    public int Generation { get; init; }

    /// <summary>The enumeration that was begun, of which the one under way may be a restart: what it had is had.</summary>
    public int Begun { get; init; }

    /// <summary>What the partition is in the middle of.</summary>
    public SyncPhase Phase { get; init; }

    /// <summary>The mode under which the enumeration was begun: another one starts its own.</summary>
    public SyncMode Mode { get; init; }

    /// <summary>Where an enumeration goes on; null for its first page.</summary>
    public string? Enumeration { get; init; }

    /// <summary>Where changes go on once the enumeration is over: from before it began; null where they go on from where they are.</summary>
    public string? ChangesAfter { get; init; }

    /// <summary>Where changes go on; null until an enumeration that tells everything is over, and again once the partition has vanished.</summary>
    public string? Changes { get; init; }

    /// <summary>Whether <see cref="Changes"/> lies amid a reading that was broken off: what happened since that began, the rest of it need not tell.</summary>
    public bool IsAmidChanges { get; init; }

    /// <summary>How many items the enumeration has seen.</summary>
    public long Seen { get; init; }

    /// <summary>How many there were when it began.</summary>
    public long? Expected { get; init; }

    /// <summary>When the last enumeration was over.</summary>
    public DateTimeOffset? Swept { get; init; }
}
