namespace Navo.Integrations.Core.Telemetry;

/// <summary>The running figures of one integration. Lock-free; readers may see a call's parts a moment apart.</summary>
internal sealed class OperationStatistics
{
    private long _succeeded;
    private long _failed;
    private long _faults;
    private long _refused;
    private long _ticks;
    private long _hits;
    private long _misses;

    public DurationHistogram Durations { get; } = new();

    public long Succeeded => Volatile.Read(ref _succeeded);

    public long Failed => Volatile.Read(ref _failed);

    /// <summary>Failures that are the source's or the way's to it, see <see cref="ErrorTypes.IsFault"/>.</summary>
    public long Faults => Volatile.Read(ref _faults);

    /// <summary>Failures because credentials were refused.</summary>
    public long Refused => Volatile.Read(ref _refused);

    public long Ticks => Volatile.Read(ref _ticks);

    public long Hits => Volatile.Read(ref _hits);

    public long Misses => Volatile.Read(ref _misses);

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

    public void RecordLookup(bool isHit) => Interlocked.Increment(ref isHit ? ref _hits : ref _misses);

    private void RecordDuration(TimeSpan elapsed)
    {
        Interlocked.Add(ref _ticks, elapsed.Ticks);
        Durations.Record(elapsed);
    }
}
