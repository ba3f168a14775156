using System.Diagnostics;

namespace Navo.Integrations.Benchmarks;

/// <summary>
/// Takes several ways in turn, a few calls each, in many short rounds. A round's time is the lower quartile of its calls, for a call that had to wait for the core says nothing of the way;
/// a ratio is taken within a round, so that what else runs on the machine weighs on both alike.
/// </summary>
internal sealed class Interleaved(params Func<Task>[] ways)
{
    private const int WarmUp = 3000; // until then some of the code is not compiled for good

    private readonly List<Sample>[] _samples = [.. ways.Select(_ => new List<Sample>())];

    /// <summary>Runs rounds until there are enough, or the time is over and there are some.</summary>
    public async Task<Interleaved> RunAsync(int rounds, int calls, TimeSpan patience)
    {
        const int Fewest = 11;
        foreach (Func<Task> way in ways)
        {
            await Sample.TakeAsync(WarmUp, way);
        }

        long started = Stopwatch.GetTimestamp();
        for (int round = 0; round < rounds && (round < Fewest || Stopwatch.GetElapsedTime(started) < patience); round++)
        {
            for (int i = 0; i < ways.Length; i++)
            {
                int way = round % 2 == 0 ? i : ways.Length - 1 - i; // nobody always comes after the same one
                _samples[way].Add(await TakeAsync(calls, ways[way]));
            }
        }

        return this;
    }

    /// <summary>The middle of a way's rounds.</summary>
    public Sample Of(int way) => new(Middle(_samples[way].Select(s => s.Microseconds)), Middle(_samples[way].Select(s => s.Bytes)));

    /// <summary>The ratio of the times of two ways: its middle, and between which bounds most rounds are.</summary>
    public (double Middle, double Low, double High) Ratio(int way, int against)
    {
        double[] ratios = [.. _samples[way].Zip(_samples[against], (a, b) => a.Microseconds / b.Microseconds)];
        return (Middle(ratios), Sample.Quantile(ratios, 0.1), Sample.Quantile(ratios, 0.9));
    }

    private static async Task<Sample> TakeAsync(int calls, Func<Task> way)
    {
        double[] times = new double[calls];
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < calls; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await way();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return new(Sample.Quantile(times, 0.25), (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)calls);
    }

    private static double Middle(IEnumerable<double> values) => Sample.Quantile(values, 0.5);
}
