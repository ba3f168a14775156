using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.Core.Telemetry;

/// <summary>The running figures of one integration. Lock-free; readers may see a call's parts a moment apart.</summary>
internal sealed class OperationStatistics
{
    private const int Regions = (int)CacheRegion.Metadata + 1;

    private long _succeeded;
    private long _failed;
    private long _faults;
    private long _refused;
    private long _ticks;
    private readonly long[] _hits = new long[Regions];
    private readonly long[] _misses = new long[Regions];

    public DurationHistogram Durations { get; } = new();

    public long Succeeded => Volatile.Read(ref _succeeded);

    public long Failed => Volatile.Read(ref _failed);

    /// <summary>Failures that are the source's or the way's to it, see <see cref="ErrorTypes.IsFault"/>.</summary>
    public long Faults => Volatile.Read(ref _faults);

    /// <summary>Failures because credentials were refused.</summary>
    public long Refused => Volatile.Read(ref _refused);

    public long Ticks => Volatile.Read(ref _ticks);

    public long HitsIn(CacheRegion region) => Volatile.Read(ref _hits[(int)region]);

    public long MissesIn(CacheRegion region) => Volatile.Read(ref _misses[(int)region]);

    public void RecordSuccess(TimeSpan elapsed)
    {
        Interlocked.Increment(ref _succeeded);
        RecordDuration(elapsed);
    }

    public void RecordFailure(TimeSpan elapsed, string errorType)
    {
        Interlocked.Increment(ref _failed);
        RecordDuration(elapsed);
        if (errorType == ErrorTypes.Authentication)
        {
            Interlocked.Increment(ref _refused);
        }
        else if (ErrorTypes.IsFault(errorType))
        {
            Interlocked.Increment(ref _faults);
        }
    }

    public void RecordLookup(CacheRegion region, bool isHit) => Interlocked.Increment(ref (isHit ? _hits : _misses)[(int)region]);

    private void RecordDuration(TimeSpan elapsed)
    {
        Interlocked.Add(ref _ticks, elapsed.Ticks);
        Durations.Record(elapsed);
    }
}
