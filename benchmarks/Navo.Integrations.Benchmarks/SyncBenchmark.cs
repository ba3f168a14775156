using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Navo.Integrations.Benchmarks;

/// <summary>
/// A crawl of a library through the whole stack, with inventory and acknowledgements, against the plainest code that follows the same links and reads the same pages; and what memory crawls of
/// ever larger libraries take.
/// </summary>
internal static class SyncBenchmark
{
    private const int Items = 20_000;
    private const int Rounds = 7;
    private const double FlatWithin = 1.25;
    public const double MostMegabytes = 120;
    private static readonly int[] Sizes = [1000, 10_000, 100_000, 1_000_000];

    public static async Task<IReadOnlyList<Row>> RunAsync(Uri address)
    {
        List<(double Ours, double Raw)> rounds = [];
        await SyncPeak.CrawlAsync(SyncServer.Graph(address, Items), Items);
        await RawAsync(address, Items);
        for (int round = 0; round < Rounds; round++)
        {
            double ours = await TimeAsync(() => SyncPeak.CrawlAsync(SyncServer.Graph(address, Items), Items));
            rounds.Add((ours, await TimeAsync(() => RawAsync(address, Items))));
        }

        double[] shares = [.. rounds.Select(static round => round.Raw / round.Ours)];
        double share = Sample.Quantile(shares, 0.5);
        Row throughput = new(
            "crawl, items a second",
            $"{Items / Sample.Quantile(rounds.Select(static round => round.Ours), 0.5):N0}",
            $"raw HttpClient {Items / Sample.Quantile(rounds.Select(static round => round.Raw), 0.5):N0}",
            $"{share:N2} ({shares.Min():N2} to {shares.Max():N2})",
            ">= 0.8",
            share >= 0.8);
        return [throughput, .. await PeaksAsync(address)];
    }

    /// <summary>What a process is told to crawl so many items.</summary>
    public static string[] Command(Uri address, int items) => ["sync-peak", SyncServer.Graph(address, items).AbsoluteUri, items.ToString(CultureInfo.InvariantCulture)];

    /// <summary>A thousand items are over before buffers and compiled code are all there: what is held against each other are the larger ones.</summary>
    private static async Task<IReadOnlyList<Row>> PeaksAsync(Uri address)
    {
        List<Row> rows = [];
        double second = 0;
        foreach (int items in Sizes)
        {
            long started = Stopwatch.GetTimestamp();
            double peak = await PeakOfAsync(Cores.Whole(Command(address, items)));
            second = items == Sizes[1] ? peak : second;
            bool isHeld = items > Sizes[1];
            rows.Add(new(
                $"peak memory, crawl of {items:N0} items",
                $"{peak:N0} MB",
                isHeld ? $"{Sizes[1]:N0} items: {second:N0} MB" : string.Empty,
                $"{(isHeld ? $"{peak / second:N2}, " : string.Empty)}{Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s",
                isHeld ? $"<= {FlatWithin}, <= {MostMegabytes} MB" : string.Empty,
                !isHeld || (peak <= second * FlatWithin && peak <= MostMegabytes)));
        }

        return rows;
    }

    /// <summary>The most memory that a process had which crawls.</summary>
    public static async Task<double> PeakOfAsync(ProcessStartInfo start)
    {
        using Process child = Process.Start(Cores.WithLittleGarbage(start))!;
        double peak = long.Parse((await child.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture) / 1e6;
        await child.WaitForExitAsync();
        return peak;
    }

    private static async Task RawAsync(Uri address, int items)
    {
        using HttpClient http = new();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "benchmark");
        int read = 0;
        for (string? link = $"{SyncServer.Graph(address, items)}/drives/b!sync/root/delta"; link is not null;)
        {
            using HttpResponseMessage response = await http.GetAsync(link, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            await using Stream body = await response.Content.ReadAsStreamAsync();
            LeanDriveItems page = (await JsonSerializer.DeserializeAsync(body, LeanJson.Default.LeanDriveItems))!;
            read += page.Value!.Count;
            link = page.NextLink;
        }

        SyncPeak.Check(read, items, isWhole: true);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        long started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
