namespace Navo.Integrations.Core.Sync;

/// <summary>The changes of one page: when all of them are acknowledged and those before it too, the checkpoint moves to where the page ends.</summary>
internal sealed class AckSegment(string partition, AckLane lane)
{
    public string Partition => partition;

    /// <summary>The pages that it stands among.</summary>
    public AckLane Lane => lane;

    /// <summary>Where the partition stands once the segment is over; null where that is not known yet or nothing moves.</summary>
    public PartitionState? After { get; set; }

    /// <summary>Changes that are not acknowledged, and whatever else holds the segment open.</summary>
    public int Open { get; set; } = 1; // the writer itself, until it closes the segment
}
