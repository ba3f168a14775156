using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Navo.Integrations.Contracts;

namespace KnowledgeService.Tests;

/// <summary>The dashboard and the rules name metrics and labels that exist. The page of telemetry lists every instrument, which a test of its own holds; the exporter itself says what Prometheus calls them.</summary>
public sealed partial class ObservabilityTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly string[] FromElsewhere = ["up"];      // Prometheus' own

    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "samples", "KnowledgeService", "observability");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_metric_and_label_of_the_dashboard_and_the_rules_exists()
    {
        string page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "telemetry.md"), Token);
        string[] labels = [.. Quoted().Matches(page).Select(match => match.Groups[1].Value.Replace('.', '_')), "le", "job"];
        HashSet<string> metrics = [.. await ExportedAsync(page), .. FromElsewhere];

        string[] queries = [.. await DashboardAsync(), .. await RulesAsync()];

        Assert.True(queries.Length > 20, "The queries were not read.");
        Assert.Empty(queries.SelectMany(query => Words(query).Where(word => !metrics.Contains(word) && !labels.Contains(word, StringComparer.Ordinal)).Select(word => $"{word} in {query}")));
        Assert.All(queries, query => Assert.Contains(Words(query), metrics.Contains));
    }

    [Fact]
    public async Task Every_instrument_of_the_page_is_shown_or_watched()
    {
        string page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "telemetry.md"), Token);
        string queries = string.Join('\n', [.. await DashboardAsync(), .. await RulesAsync()]);

        Assert.DoesNotContain(Instruments().Matches(page).Select(match => match.Groups[1].Value.Replace('.', '_')), name => !queries.Contains(name, StringComparison.Ordinal));
    }

    /// <summary>Makes every instrument of the page and reads how the service's exporter names it.</summary>
    private async Task<HashSet<string>> ExportedAsync(string page)
    {
        using Meter meter = new("Navo.Integrations.Listed");
        foreach (Match row in Instruments().Matches(page))
        {
            (string name, string kind, string unit) = (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value);
            Measure(meter, name, kind, unit);
        }

        using HttpClient http = service.Visitor();
        string exported = await http.GetStringAsync(new Uri("metrics", UriKind.Relative), Token);
        HashSet<string> names = [.. Sample().Matches(exported).Where(match => match.Value.Contains("Navo.Integrations.Listed", StringComparison.Ordinal)).Select(match => match.Groups[1].Value)];
        Assert.True(names.Count >= Instruments().Count(page), $"Not all was exported: {string.Join(' ', names)}");
        return names;
    }

    private static void Measure(Meter meter, string name, string kind, string unit)
    {
        switch (kind)
        {
            case "histogram":
                meter.CreateHistogram<double>(name, unit).Record(1);
                break;
            case "counter":
                meter.CreateCounter<long>(name, unit).Add(1);
                break;
            default:
                meter.CreateGauge<double>(name, unit).Record(1);
                break;
        }
    }

    private static async Task<List<string>> DashboardAsync()
    {
        using JsonDocument dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "dashboard.json"), Token));
        return [.. dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => target.GetProperty("expr").GetString()!)];
    }

    private static async Task<List<string>> RulesAsync() =>
        [.. Rule().Matches((await File.ReadAllTextAsync(Path.Combine(Folder, "alerts.yml"), Token)).ReplaceLineEndings("\n")).Select(match => match.Groups[1].Value)];

    /// <summary>The names in a query: without texts, functions, keywords, variables and durations.</summary>
    private static IEnumerable<string> Words(string query) =>
        Name().Matches(Text().Replace(query, "")).Select(match => match.Value)
            .Where(word => word is not ("sum" or "rate" or "increase" or "max" or "min" or "by" or "histogram_quantile"));

    [GeneratedRegex(@"\| `([a-z_.]+)` \| (histogram|counter|gauge)(?:, (\{?\w+\}?))?", RegexOptions.NonBacktracking)]
    private static partial Regex Instruments();

    [GeneratedRegex("`([a-z_.]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^([a-z_]+)\{.*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Sample();

    [GeneratedRegex(@"expr: (?:\|\n)?((?:.*\n)(?: {12,}.*\n)*)", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    [GeneratedRegex(@"""[^""]*""|\[[^\]]*\]|\$\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Text();

    [GeneratedRegex("[a-z_]{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
