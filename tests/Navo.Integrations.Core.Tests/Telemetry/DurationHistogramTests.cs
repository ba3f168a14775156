using CsCheck;
using Navo.Integrations.Core.Telemetry;
using Navo.Integrations.Tests;

namespace Navo.Integrations.Core.Tests.Telemetry;

public sealed class DurationHistogramTests
{
    /// <summary>From ten microseconds, below which ticks of 100 ns are too coarse for the claim, to an hour.</summary>
    private static readonly Gen<TimeSpan> Duration = Gen.Double[Math.Log(100), Math.Log(3.6e10)].Select(log => TimeSpan.FromTicks((long)Math.Exp(log)));

    [Fact]
    public void Row082_percentiles_are_exact_to_five_percent() =>
        Gen.Select(Duration.Array[1, 300], Gen.Int[0, 2].Select(i => new[] { 0.5, 0.95, 0.99 }[i])).SampleSeeded((durations, share) =>
        {
            var histogram = new DurationHistogram();
            Array.ForEach(durations, histogram.Record);
            long[] counts = DurationHistogram.NewCounts();
            histogram.AddTo(counts);

            TimeSpan exact = durations.Order().ElementAt((int)Math.Ceiling(durations.Length * share) - 1);
            return Math.Abs((DurationHistogram.Percentile(counts, share) / exact) - 1) <= 0.05;
        });

    [Fact]
    public void Nothing_recorded_is_zero() => Assert.Equal(TimeSpan.Zero, DurationHistogram.Percentile(DurationHistogram.NewCounts(), 0.99));

    [Fact]
    public void Concurrent_recording_loses_nothing()
    {
        var histogram = new DurationHistogram();
        Parallel.For(0, 10_000, i => histogram.Record(TimeSpan.FromTicks(i)));
        long[] counts = DurationHistogram.NewCounts();
        histogram.AddTo(counts);
        Assert.Equal(10_000, counts.Sum());
    }
}
