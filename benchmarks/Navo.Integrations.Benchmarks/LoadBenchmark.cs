using System.Diagnostics;
using System.Globalization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Benchmarks;

/// <summary>Many at once: equal calls, three sources together, and far more calls than a source allows.</summary>
internal static class LoadBenchmark
{
    public static async Task<IReadOnlyList<Row>> RunAsync(Uri fast, Uri middle, Uri slow) => [await StampedeAsync(fast), await FederationAsync(fast, middle, slow), await OverloadAsync(fast)];

    private static async Task<Row> StampedeAsync(Uri address)
    {
        const int Calls = 1000;
        await using FlowClient client = new(20, address);
        SearchQuery query = new("deploy") { Limit = 100 };
        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(() => client.Confluence.SearchAsync(query, AccessContext.Service))));
        return new("1,000 equal searches at once", $"{client.Requests} request", string.Empty, string.Empty, "1 request", client.Requests == 1);
    }

    /// <summary>Three sources of 5, 10 and 20 milliseconds together, against the slowest of them alone.</summary>
    private static async Task<Row> FederationAsync(params Uri[] addresses)
    {
        await using FlowClient all = new(20, addresses), one = new(20, addresses[^1]);
        List<double> more = [];
        for (int round = -10; round < 41; round++)
        {
            SearchQuery query = new(string.Create(CultureInfo.InvariantCulture, $"deploy {round}")) { Limit = 25 };
            double together = await FlowBenchmark.TimeAsync(() => all.Federation.SearchAsync(new FederatedQuery(query.Text) { Limit = 25 }, AccessContext.Service));
            double slowest = await FlowBenchmark.TimeAsync(() => one.Confluence.SearchAsync(query, AccessContext.Service));
            if (round >= 0)
            {
                more.Add(together - slowest);
            }
        }

        double middle = Sample.Quantile(more, 0.5);
        return new("federated search, three sources", $"{middle:N2} ms more", "the slowest alone", FlowBenchmark.Spread([.. more], "ms"), "<= 2 ms", middle <= 2);
    }

    /// <summary>Ten thousand different searches at once, where fifty may be under way.</summary>
    private static async Task<Row> OverloadAsync(Uri address)
    {
        const int Calls = 10_000, Allowed = 50;
        await using FlowClient client = new(Allowed, address);
        await client.Confluence.SearchAsync(new("warm"), AccessContext.Service);
        int lost = 0, threads = ThreadPool.ThreadCount, most = threads;
        double[] times = new double[Calls];
        await Task.WhenAll(Enumerable.Range(0, Calls).Select(async n =>
        {
            long started = Stopwatch.GetTimestamp();
            try
            {
                await client.Confluence.SearchAsync(new(string.Create(CultureInfo.InvariantCulture, $"deploy {n}")) { Limit = 25 }, AccessContext.Service);
            }
            catch (IntegrationException)
            {
                Interlocked.Increment(ref lost);
            }

            times[n] = Stopwatch.GetElapsedTime(started).TotalSeconds;
            most = Math.Max(most, ThreadPool.ThreadCount);
        }));
        using HttpClient http = new() { BaseAddress = address };
        int atOnce = int.Parse(await http.GetStringAsync("most"), CultureInfo.InvariantCulture);
        double p99 = Sample.Quantile(times, 0.99);
        bool isMet = lost == 0 && p99 < 100 && atOnce <= Allowed && most <= Math.Max(threads, Environment.ProcessorCount) + 4;
        return new("10,000 searches, 50 allowed", $"{lost} lost, p99 {p99:N1} s", string.Empty, $"{atOnce} at once at the source, threads {threads} to {most}", "0 lost, p99 < 100 s, <= 50, threads flat", isMet);
    }
}
