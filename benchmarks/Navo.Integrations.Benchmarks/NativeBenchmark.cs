using System.Diagnostics;

namespace Navo.Integrations.Benchmarks;

/// <summary>The processes that are measured as a whole, published with native AOT: ours, and bare Refit as a program of its own, for a program that lacks ours is smaller.</summary>
internal static class NativeBenchmark
{
    private const int Items = 1_000_000;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        if (NativePrograms.Find() is not ({ } ours, { } bare))
        {
            return [new("native programs", "not measured", "dotnet publish found no linker, or failed: see above", string.Empty, "published", IsMet: false)];
        }

        return [await FirstAnswerAsync(ours, bare), await DownloadAsync(ours), await SyncAsync(ours), Size(ours, bare)];
    }

    private static async Task<Row> FirstAnswerAsync(string ours, string bare)
    {
        await using ServerProcess server = await ServerProcess.StartAsync("serve");
        string address = server.Address.AbsoluteUri;
        return await FirstAnswerBenchmark.RunAsync("first answer from process start, native", Cores.Other(ours, "first-ours", address), Cores.Other(bare, "first-bare", address));
    }

    private static async Task<Row> DownloadAsync(string ours)
    {
        await using ServerProcess graph = await ServerProcess.StartAsync("serve-graph");
        return await SharePointBenchmark.DownloadAsync("peak memory, download of 1 GiB, native", Cores.Other(ours, "download", graph.Address.AbsoluteUri));
    }

    private static async Task<Row> SyncAsync(string ours)
    {
        await using ServerProcess library = await ServerProcess.StartAsync("serve-sync");
        long started = Stopwatch.GetTimestamp();
        double peak = await SyncBenchmark.PeakOfAsync(Cores.Other(ours, SyncBenchmark.Command(library.Address, Items)));
        return new(
            $"peak memory, crawl of {Items:N0} items, native",
            $"{peak:N0} MB",
            string.Empty,
            $"{Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s",
            $"<= {SyncBenchmark.MostMegabytes} MB",
            peak <= SyncBenchmark.MostMegabytes);
    }

    private static Row Size(string ours, string bare) =>
        new("native program of Confluence and SharePoint", $"{new FileInfo(ours).Length / 1e6:N1} MB", $"bare Refit {new FileInfo(bare).Length / 1e6:N1} MB", string.Empty, string.Empty);
}
