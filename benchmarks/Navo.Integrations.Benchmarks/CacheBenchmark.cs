using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;

namespace Navo.Integrations.Benchmarks;

/// <summary>A call that the cache answers, from the client's door to the result.</summary>
internal static class CacheBenchmark
{
    private const int Rounds = 41;
    private const int Calls = 20_000;
    private const double MostMicroseconds = 1;
    private const double MostBytes = 300;

    public static async Task<Row> RunAsync(Uri address)
    {
        await using ServiceProvider services = Client.Create(address, isCached: true);
        IConfluenceClient client = services.GetRequiredService<IConfluenceClient>();
        var query = new SearchQuery("deploy") { Limit = SearchAnswer.Hits };
        Task Hit() => client.SearchAsync(query, AccessContext.Service);
        await Sample.WarmAsync(Sample.Warm, Hit);
        List<Sample> samples = [];
        for (int i = 0; i < Rounds; i++)
        {
            samples.Add(await Sample.TakeAsync(Calls, Hit));
        }

        double time = Sample.Quantile(samples.Select(s => s.Microseconds), 0.5);
        double bytes = Sample.Quantile(samples.Select(s => s.Bytes), 0.5);
        string spread = $"p10 {Sample.Quantile(samples.Select(s => s.Microseconds), 0.1):N2}, p90 {Sample.Quantile(samples.Select(s => s.Microseconds), 0.9):N2} µs";
        return new("cache hit at the door", $"{time:N2} µs, {bytes:N0} B", "", spread, $"<= {MostMicroseconds:N1} µs, <= {MostBytes:N0} B", time <= MostMicroseconds && bytes <= MostBytes);
    }
}
