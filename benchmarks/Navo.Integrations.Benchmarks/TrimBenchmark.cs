using BenchmarkDotNet.Attributes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;

namespace Navo.Integrations.Benchmarks;

/// <summary>A page of a hundred hits for a reader whose decisions are all kept: what is left is the trimming.</summary>
public class TrimBenchmark
{
    private const double Most = 50;
    private static readonly AccessContext Reader = FlowBenchmark.Reader(0);
    private static IConfluenceClient? _client;

    internal static async Task<Row> RunAsync(Uri address)
    {
        await using FlowClient client = new(FlowBenchmark.AtOnce, address);
        _client = client.Confluence;
        await _client.SearchAsync(FlowBenchmark.Query, Reader);
        (double[] times, _) = Small.Run<TrimBenchmark>();
        double middle = Sample.Quantile(times, 0.5);
        return new("trim of 100 hits, decisions kept", $"{middle:N0} µs", string.Empty, FlowBenchmark.Spread(times, "µs"), $"<= {Most} µs", middle <= Most);
    }

    /// <summary>The call that is measured.</summary>
    /// <returns>What the reader may see of the page.</returns>
    [Benchmark]
    public Task<SearchPage> Trim() => _client!.SearchAsync(FlowBenchmark.Query, Reader);
}
