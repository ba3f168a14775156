using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Benchmarks;

/// <summary>Whole flows of one reader, at a source whose answers take five milliseconds: trimming, reading many, crawling.</summary>
internal static class FlowBenchmark
{
    internal const int AtOnce = 16;
    private const int Rounds = 15;
    private const string Smallest = "wiki/api/v2/spaces/98306";

    private static readonly ParallelOptions Plain = new() { MaxDegreeOfParallelism = AtOnce };
    private static readonly ParallelOptions Ahead = new() { MaxDegreeOfParallelism = 2 * AtOnce };
    private static readonly SemaphoreSlim Places = new(AtOnce);
    private static int _next;

    internal static SearchQuery Query { get; } = new("deploy") { Limit = 100 };

    public static async Task<IReadOnlyList<Row>> RunAsync(Uri address)
    {
        using HttpClient http = new() { BaseAddress = address };
        double trip = await TripAsync(http);
        await using FlowClient reading = new(AtOnce, address);
        return [await TrimBenchmark.RunAsync(address), await ColdTrimAsync(address, trip), await CrawlAsync(reading, http), await ManyAsync(reading, http, trip)];
    }

    /// <summary>A page of a hundred hits for readers of whom nothing is known yet.</summary>
    private static async Task<Row> ColdTrimAsync(Uri address, double trip)
    {
        await using FlowClient client = new(20, address);
        await client.Confluence.SearchAsync(Query, AccessContext.Service);
        double[] trips = new double[Rounds];
        int reader = 1;
        Task Trim() => client.Confluence.SearchAsync(Query, Reader(reader++));
        await Sample.WarmAsync(Sample.Warm, Trim);
        for (int round = 0; round < Rounds; round++)
        {
            trips[round] = await TimeAsync(Trim) / trip;
        }

        double middle = Sample.Quantile(trips, 0.5);
        return new("trim of 100 hits, nothing kept", $"{middle * trip:N1} ms", $"one round trip {trip:N1} ms", $"{middle:N1} trips, {Spread(trips, "trips")}", "<= 6 trips", middle <= 6);
    }

    /// <summary>A thousand contents by their ids, against as many of the smallest answers by the plainest client, as many at once: requests times latency, as it is while there are others.</summary>
    private static async Task<Row> ManyAsync(FlowClient client, HttpClient http, double trip)
    {
        const int Items = 1000;
        double[] ratios = new double[Rounds];
        int requests = 0;
        double ours = 0, ideal = 0;
        for (int round = -5; round < Rounds; round++)
        {
            int before = client.Requests;
            ours = await TimeAsync(() => ReadAsync(client, Items));
            requests = client.Requests - before;
            ideal = await TimeAsync(() => Parallel.ForAsync(0, requests, Plain, async (_, token) => await http.GetByteArrayAsync(Smallest, token)));
            ratios[Math.Max(round, 0)] = ours / ideal;
        }

        double middle = Sample.Quantile(ratios, 0.5);
        return new(
            "1,000 contents by id, 16 at once",
            $"{ours:N0} ms, {requests:N0} requests",
            $"ideal {ideal:N0} ms ({requests * trip / AtOnce:N0} by trips one at a time)",
            $"{middle:N2}, {Spread(ratios, string.Empty)}",
            "<= 1.1",
            middle <= 1.1);
    }

    /// <summary>Two thousand pages as Markdown, against the plainest code that gets the same JSON and reads it.</summary>
    private static async Task<Row> CrawlAsync(FlowClient client, HttpClient http)
    {
        const int Items = 2000;
        double[] shares = new double[Rounds];
        double ours = 0, raw = 0;
        await Sample.WarmAsync(3 * Sample.Warm, () => ReadAsync(client, Items / 10)); // until the compiler is done with it
        for (int round = -10; round < Rounds; round++)
        {
            ours = await TimeAsync(() => ReadAsync(client, Items));
            raw = await TimeAsync(() => Parallel.ForAsync(0, Items, Ahead, (n, token) => RawAsync(http, n, token)));
            shares[Math.Max(round, 0)] = raw / ours;
        }

        double middle = Sample.Quantile(shares, 0.5);
        return new("crawl of 2,000 pages, with Markdown", $"{Items / ours * 1000:N0} a second", $"raw HttpClient {Items / raw * 1000:N0}", $"{middle:N2}, {Spread(shares, string.Empty)}", ">= 0.7", middle >= 0.7);
    }

    /// <summary>As many requests at once, and as many more pages ahead, as ours has.</summary>
    private static async ValueTask RawAsync(HttpClient http, int n, CancellationToken token)
    {
        await Places.WaitAsync(token);
        byte[] answer;
        try
        {
            answer = await http.GetByteArrayAsync(string.Create(CultureInfo.InvariantCulture, $"wiki/api/v2/pages/{FlowServer.FirstId + n}"), token);
        }
        finally
        {
            Places.Release();
        }

        JsonSerializer.Deserialize(answer, LeanJson.Default.LeanPage);
    }

    /// <summary>No more than <see cref="AtOnce"/> requests at once, as the client's options say; as many more items wait for their turn while answers are read.</summary>
    private static async Task ReadAsync(FlowClient client, int items)
    {
        ContentId[] ids = [.. Enumerable.Range(_next, items).Select(Id)];
        _next += items; // none that is kept
        await foreach (BatchItem<ContentId, KnowledgeContent> item in client.Confluence.GetContentsAsync(ids, AccessContext.Service, new() { MaxParallelism = 2 * AtOnce, AsCompleted = true }))
        {
            _ = item.Value ?? throw new InvalidOperationException("A content was lost.");
        }
    }

    /// <summary>What one request takes, without anything of ours.</summary>
    private static async Task<double> TripAsync(HttpClient http)
    {
        Task Ask() => http.GetByteArrayAsync(Smallest);
        await Sample.WarmAsync(TimeSpan.FromSeconds(4), Ask);
        double[] times = new double[101];
        for (int i = 0; i < times.Length; i++)
        {
            times[i] = await TimeAsync(Ask);
        }

        return Sample.Quantile(times, 0.5);
    }

    internal static async Task<double> TimeAsync(Func<Task> flow)
    {
        long started = Stopwatch.GetTimestamp();
        await flow();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    internal static string Spread(double[] values, string unit) => $"p10 {Sample.Quantile(values, 0.1):N2}, p90 {Sample.Quantile(values, 0.9):N2} {unit}".TrimEnd();

    private static ContentId Id(int n) => new((FlowServer.FirstId + n).ToString(CultureInfo.InvariantCulture));

    internal static AccessContext Reader(int n) => AccessContext.ForUser(new(PrincipalSchemes.AtlassianAccount, string.Create(CultureInfo.InvariantCulture, $"712020:{n}")));
}
