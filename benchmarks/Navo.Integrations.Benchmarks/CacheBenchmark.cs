using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;

namespace Navo.Integrations.Benchmarks;

/// <summary>A call that the cache answers, from the client's door to the result.</summary>
public class CacheBenchmark
{
    private const double MostMicroseconds = 1;
    private const double MostBytes = 300;
    private static readonly SearchQuery Query = new("deploy") { Limit = SearchAnswer.Hits };
    private static IConfluenceClient? _client;

    internal static async Task<Row> RunAsync(Uri address)
    {
        await using ServiceProvider services = Client.Create(address, isCached: true);
        _client = services.GetRequiredService<IConfluenceClient>();
        await _client.SearchAsync(Query, AccessContext.Service);
        (double[] times, long bytes) = Small.Run<CacheBenchmark>();
        double time = Sample.Quantile(times, 0.5);
        return new("cache hit at the door", $"{time:N2} µs, {bytes:N0} B", "neither audited nor traced", FlowBenchmark.Spread(times, "µs"), $"<= {MostMicroseconds:N1} µs, <= {MostBytes:N0} B", time <= MostMicroseconds && bytes <= MostBytes);
    }

    /// <summary>The call that is measured.</summary>
    /// <returns>The page.</returns>
    [Benchmark]
    public Task<SearchPage> Hit() => _client!.SearchAsync(Query, AccessContext.Service);
}
