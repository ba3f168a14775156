using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;

namespace Navo.Integrations.Benchmarks;

/// <summary>A search of 25 hits through the whole stack, cache off, against the plainest code that does the same, in alternating rounds.</summary>
internal static class SearchBenchmark
{
    private const int Rounds = 41;
    private const int Calls = 100;
    private const double MostTime = 1.25;
    private const double MostBytes = 1.6;

    public static async Task<Row[]> RunAsync(Uri address)
    {
        await using ServiceProvider services = Client.Create(address, isCached: false);
        IConfluenceClient client = services.GetRequiredService<IConfluenceClient>();
        using HttpClient http = CreateRaw(address);
        Task Ours() => OursAsync(client);
        Task Raw() => RawAsync(http);
        await Sample.WarmAsync(Sample.Warm, Ours);
        await Sample.WarmAsync(Sample.Warm, Raw);
        List<Sample> ours = [];
        List<Sample> raw = [];
        for (int i = 0; i < Rounds; i++)
        {
            ours.Add(await Sample.TakeAsync(Calls, Ours));
            raw.Add(await Sample.TakeAsync(Calls, Raw));
        }

        return [Compare("time", "µs", ours, raw, s => s.Microseconds, MostTime), Compare("memory", "B", ours, raw, s => s.Bytes, MostBytes)];
    }

    private static async Task OursAsync(IConfluenceClient client)
    {
        SearchPage page = await client.SearchAsync(new SearchQuery("deploy") { Limit = SearchAnswer.Hits }, AccessContext.Service);
        Check(page.Hits.Count);
    }

    private static async Task RawAsync(HttpClient http)
    {
        const string Path = "/wiki/rest/api/search?cql=text%20~%20%22deploy%22&limit=25&expand=content.space%2Ccontent.version";
        using HttpResponseMessage response = await http.GetAsync(Path, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        LeanSearch? page = await JsonSerializer.DeserializeAsync(body, LeanJson.Default.LeanSearch);
        Check(page?.Results?.Count);
    }

    private static HttpClient CreateRaw(Uri address)
    {
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("navo@example.test:benchmark")));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return http;
    }

    private static void Check(int? hits)
    {
        if (hits != SearchAnswer.Hits)
        {
            throw new InvalidOperationException($"{hits} hits came back.");
        }
    }

    private static Row Compare(string what, string unit, List<Sample> ours, List<Sample> raw, Func<Sample, double> of, double most)
    {
        double mine = Sample.Quantile(ours.Select(of), 0.5);
        double theirs = Sample.Quantile(raw.Select(of), 0.5);
        double[] pairs = [.. ours.Zip(raw, (o, r) => of(o) / of(r))];
        string spread = $"{mine / theirs:N2} (p10 {Sample.Quantile(pairs, 0.1):N2}, p90 {Sample.Quantile(pairs, 0.9):N2})";
        return new($"search of {SearchAnswer.Hits} hits, {what}", $"{mine:N0} {unit}", $"raw HttpClient {theirs:N0} {unit}", spread, $"<= {most:N2}", mine / theirs <= most);
    }
}
