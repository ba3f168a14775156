using System.Diagnostics;

namespace Navo.Integrations.Benchmarks;

/// <summary>Time and bytes of one call, averaged over one round.</summary>
internal readonly record struct Sample(double Microseconds, double Bytes)
{
    public static async Task<Sample> TakeAsync(int calls, Func<Task> call)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            await call();
        }

        double time = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        return new Sample(time / calls, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)calls);
    }

    /// <summary>How long the compiler may need where it shares the only core: until it is done, the same call takes up to ten times as long.</summary>
    public static TimeSpan Warm { get; } = TimeSpan.FromSeconds(12);

    /// <summary>Does it for a while, with pauses in which the compiler, which has the same core, may put better code in place.</summary>
    public static async Task WarmAsync(TimeSpan time, Func<Task> call)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time; await Task.Delay(150))
        {
            for (long round = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(round) < TimeSpan.FromMilliseconds(250);)
            {
                await call();
            }
        }
    }

    public static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)((sorted.Length - 1) * share)];
    }
}
