using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.Core.Telemetry;

/// <summary>The running figures of one integration. Lock-free; readers may see a call's parts a moment apart.</summary>
internal sealed class OperationStatistics
{
    private const int Regions = (int)CacheRegion.Metadata + 1;

    private long _succeeded;
    private long _failed;
    private long _ticks;
    private readonly long[] _hits = new long[Regions];
    private readonly long[] _misses = new long[Regions];

    public DurationHistogram Durations { get; } = new();

    public long Succeeded => Volatile.Read(ref _succeeded);

    public long Failed => Volatile.Read(ref _failed);

    public long Ticks => Volatile.Read(ref _ticks);

    public long HitsIn(CacheRegion region) => Volatile.Read(ref _hits[(int)region]);

    public long MissesIn(CacheRegion region) => Volatile.Read(ref _misses[(int)region]);

    public void RecordCall(TimeSpan elapsed, bool succeeded)
    {
        Interlocked.Increment(ref succeeded ? ref _succeeded : ref _failed);
        Interlocked.Add(ref _ticks, elapsed.Ticks);
        Durations.Record(elapsed);
    }

    public void RecordLookup(CacheRegion region, bool isHit) => Interlocked.Increment(ref (isHit ? _hits : _misses)[(int)region]);
}
