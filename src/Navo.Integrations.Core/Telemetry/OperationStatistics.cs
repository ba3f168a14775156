namespace Navo.Integrations.Core.Telemetry;

/// <summary>The running figures of one integration. Lock-free; readers may see a call's parts a moment apart.</summary>
internal sealed class OperationStatistics
{
    private long _succeeded;
    private long _failed;
    private long _ticks;
    private long _hits;
    private long _misses;

    public DurationHistogram Durations { get; } = new();

    public long Succeeded => Volatile.Read(ref _succeeded);

    public long Failed => Volatile.Read(ref _failed);

    public long Ticks => Volatile.Read(ref _ticks);

    public long Hits => Volatile.Read(ref _hits);

    public long Misses => Volatile.Read(ref _misses);

    public void RecordCall(TimeSpan elapsed, bool succeeded)
    {
        Interlocked.Increment(ref succeeded ? ref _succeeded : ref _failed);
        Interlocked.Add(ref _ticks, elapsed.Ticks);
        Durations.Record(elapsed);
    }

    public void RecordLookup(bool isHit) => Interlocked.Increment(ref isHit ? ref _hits : ref _misses);
}
