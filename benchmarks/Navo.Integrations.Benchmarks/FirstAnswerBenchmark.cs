using System.Diagnostics;

namespace Navo.Integrations.Benchmarks;

/// <summary>From the start of a process to the end of the one that asked once: ours, against bare Refit with the client factory.</summary>
internal static class FirstAnswerBenchmark
{
    private const int Rounds = 15;
    private const double Target = 1.2;

    /// <summary>With the just-in-time compiler.</summary>
    public static Task<Row> RunAsync(Uri address) =>
        RunAsync("first answer from process start", Cores.Whole("first-ours", address.ToString()), Cores.Whole("first-bare", address.ToString()));

    /// <summary>The processes as they are given.</summary>
    public static async Task<Row> RunAsync(string what, ProcessStartInfo ours, ProcessStartInfo bare)
    {
        List<double> mine = [], theirs = [];
        for (int round = -2; round < Rounds; round++)
        {
            double a = await RunAsync(ours), b = await RunAsync(bare);
            if (round >= 0)
            {
                mine.Add(a);
                theirs.Add(b);
            }
        }

        double[] ratios = [.. mine.Zip(theirs, static (a, b) => a / b)];
        double ratio = Sample.Quantile(ratios, 0.5);
        return new(what, $"{Sample.Quantile(mine, 0.5):N0} ms", $"bare Refit {Sample.Quantile(theirs, 0.5):N0} ms", $"{ratio:N2}, {FlowBenchmark.Spread(ratios, string.Empty)}", $"<= {Target}", ratio <= Target);
    }

    private static async Task<double> RunAsync(ProcessStartInfo start)
    {
        long started = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : throw new InvalidOperationException($"{start.FileName} failed.");
    }
}
