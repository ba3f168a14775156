using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

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
    private const double MostMegabytes = 120;
    private static readonly int[] Sizes = [1000, 10_000, 100_000, 1_000_000];

    public static async Task<IReadOnlyList<Row>> RunAsync(Uri address)
    {
        List<(double Ours, double Raw)> rounds = [];
        await CrawlAsync(address, Items);
        await RawAsync(address, Items);
        for (int round = 0; round < Rounds; round++)
        {
            double ours = await TimeAsync(() => CrawlAsync(address, Items));
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

    /// <summary>In a process of its own: crawls, and tells the most memory that it had.</summary>
    public static async Task PeakAsync(Uri address, int items)
    {
        await CrawlAsync(address, items);
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A thousand items are over before buffers and compiled code are all there: what is held against each other are the larger ones.</summary>
    private static async Task<IReadOnlyList<Row>> PeaksAsync(Uri address)
    {
        List<Row> rows = [];
        double second = 0;
        foreach (int items in Sizes)
        {
            long started = Stopwatch.GetTimestamp();
            double peak = await PeakOfAsync(address, items);
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

    /// <summary>The runtime lets garbage grow with the processor's cache, which is the machine's affair: here to 4 MiB.</summary>
    private static async Task<double> PeakOfAsync(Uri address, int items)
    {
        ProcessStartInfo start = Cores.Whole("sync-peak", address.AbsoluteUri, items.ToString(CultureInfo.InvariantCulture));
        start.Environment["DOTNET_GCgen0size"] = "0x400000";
        using Process child = Process.Start(start)!;
        double peak = long.Parse((await child.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture) / 1e6;
        await child.WaitForExitAsync();
        return peak;
    }

    private static async Task CrawlAsync(Uri address, int items)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            await using ServiceProvider services = Create(address, items, folder.FullName);
            IContentSync sync = services.GetRequiredKeyedService<IContentSync>("sharepoint");
            ISyncRun run = sync.SyncAsync(SyncScope.All);
            int told = 0;
            await foreach (ContentChange change in run)
            {
                await run.AcknowledgeAsync(change);
                told++;
            }

            Check(told + 1, items, run.Report.IsComplete);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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

        Check(read, items, isWhole: true);
    }

    private static ServiceProvider Create(Uri address, int items, string folder)
    {
        ServiceCollection services = new();
        services.Configure<SyncStorageOptions>(options => options.Folder = folder);
        services.AddNavoIntegrations().AddSharePoint(options =>
        {
            options.GraphBaseUrl = SyncServer.Graph(address, items);
            options.AccessToken = "benchmark";
            options.ResourceUnitsPerMinute = 0;
            (options.SyncLists, options.SyncPages) = (false, false);
        });
        return services.BuildServiceProvider();
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        long started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void Check(int read, int items, bool isWhole)
    {
        if (read != items || !isWhole)
        {
            throw new InvalidOperationException($"{read} of {items} items came back.");
        }
    }
}
