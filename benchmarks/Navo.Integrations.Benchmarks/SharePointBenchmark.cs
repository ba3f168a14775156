using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Graph;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint;

namespace Navo.Integrations.Benchmarks;

/// <summary>Fifty items of a folder through the whole stack, against the plainest code and the vendor's own client in the same run; and how much memory a download of a gigabyte takes.</summary>
internal static class SharePointBenchmark
{
    private const int Rounds = 31;
    private const int Calls = 40;
    private const long TargetPeak = 60_000_000;

    public static async Task<Row[]> RunAsync(Uri address)
    {
        await using ServiceProvider services = DownloadPeak.Create(address);
        ISharePointClient client = services.GetRequiredService<ISharePointClient>();
        GraphServiceClient graph = services.GetRequiredService<GraphServiceClient>();
        using HttpClient http = new() { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "benchmark");
        Func<Task>[] ways = [() => OursAsync(client), () => RawAsync(http), () => TheirsAsync(graph)];
        foreach (Func<Task> way in ways)
        {
            await Sample.WarmAsync(Sample.Warm, way);
        }

        List<Sample>[] samples = [[], [], []];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < ways.Length; i++)
            {
                samples[i].Add(await Sample.TakeAsync(Calls, ways[i]));
            }
        }

        double[] time = [.. samples.Select(s => Sample.Quantile(s.Select(x => x.Microseconds), 0.5))];
        double[] bytes = [.. samples.Select(s => Sample.Quantile(s.Select(x => x.Bytes), 0.5))];
        return
        [
            new("50 drive items, time", $"{time[0]:N0} µs", $"raw HttpClient {time[1]:N0} µs", $"{time[0] / time[1]:N2}", "<= 1.25", time[0] / time[1] <= 1.25),
            new("50 drive items, time", $"{time[0]:N0} µs", $"GraphServiceClient {time[2]:N0} µs", $"{time[2] / time[0]:N1} × faster", ">= 6", time[2] / time[0] >= 6),
            new("50 drive items, memory", $"{bytes[0] / 1000:N0} kB", $"GraphServiceClient {bytes[2] / 1000:N0} kB (raw {bytes[1] / 1000:N0} kB)", $"{bytes[2] / bytes[0]:N1} × leaner", ">= 20", bytes[2] / bytes[0] >= 20),
            await DownloadAsync("peak memory, download of 1 GiB", Cores.Whole("download", address.AbsoluteUri)),
        ];
    }

    /// <summary>The most memory that a process had which downloads a gigabyte.</summary>
    public static async Task<Row> DownloadAsync(string what, ProcessStartInfo start)
    {
        long started = Stopwatch.GetTimestamp();
        using Process child = Process.Start(start)!;
        long before = long.Parse((await child.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        long peak = long.Parse((await child.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        await child.WaitForExitAsync();
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new(what, $"{peak / 1e6:N0} MB", $"{before / 1e6:N0} MB before the first byte", $"{GraphServer.FileSize / 1e6 / seconds:N0} MB/s", $"<= {TargetPeak / 1e6:N0} MB", peak <= TargetPeak);
    }

    private static async Task OursAsync(ISharePointClient client)
    {
        int count = 0;
        await foreach (SharePointItem item in client.GetChildrenAsync(new($"drives/{DownloadPeak.Drive}/items/{DownloadPeak.Folder}"), AccessContext.Service))
        {
            count += item.Name.Length > 0 ? 1 : 0;
        }

        Check(count);
    }

    private static async Task RawAsync(HttpClient http)
    {
        using HttpResponseMessage response = await http.GetAsync($"/v1.0/drives/{DownloadPeak.Drive}/items/{DownloadPeak.Folder}/children", HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        LeanDriveItems? page = await JsonSerializer.DeserializeAsync(body, LeanJson.Default.LeanDriveItems);
        Check(page?.Value?.Count);
    }

    private static async Task TheirsAsync(GraphServiceClient graph) =>
        Check((await graph.Drives[DownloadPeak.Drive].Items[DownloadPeak.Folder].Children.GetAsync())?.Value?.Count);

    private static void Check(int? items)
    {
        if (items != GraphServer.Items)
        {
            throw new InvalidOperationException($"{items} items came back.");
        }
    }
}
