using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Console.Tests;

/// <summary>The console in process. The environment is the configuration, so the tests run one after the other.</summary>
[Collection(nameof(ConsoleTests))]
public sealed class ConsoleTests
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<JsonElement[]>>> BrokenDemos = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Demo_shows_two_readers_different_results_and_names_the_restricted_page_to_one_only()
    {
        (int code, string output, string error) = await RunAsync("demo");

        Assert.Equal((0, string.Empty), (code, error));
        string ada = Part(output, "as Ada", "as Ben");
        string ben = Part(output, "as Ben", "Content of");
        Assert.Contains("Salary review notes", ada, StringComparison.Ordinal);
        Assert.DoesNotContain("Salary", ben, StringComparison.Ordinal);
        Assert.Contains("Code review guide", ben, StringComparison.Ordinal);
        Assert.Contains("Allow", output, StringComparison.Ordinal);
        Assert.Contains("Deny", output, StringComparison.Ordinal);
        Assert.Contains("requests_total", output, StringComparison.Ordinal);
        Assert.Contains("Everything works.", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task Demo_speaks_JSON_to_machines()
    {
        (int code, string output, _) = await RunAsync("demo", "--json");
        using JsonDocument document = JsonDocument.Parse(output);
        Assert.Equal(0, code);
        Assert.Equal("allow", document.RootElement.GetProperty("decisions")[0].GetProperty("outcome").GetString());
        Assert.Equal("deny", document.RootElement.GetProperty("decisions")[1].GetProperty("outcome").GetString());
        Assert.True(document.RootElement.GetProperty("metrics").GetProperty("requests_total").GetInt64() > 0);
        Assert.DoesNotContain("Salary", document.RootElement.GetProperty("searches").GetProperty("Ben").GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("confluence", "text of * for the service", "STALE, from the cache*")]
    [InlineData("confluence", "the same, but no older answer", "UnavailableException*")]
    [InlineData("confluence", "the same for Ada*", "UnavailableException*")]
    [InlineData("confluence", "may Ben see it", "Unknown (SourceFailed)")]
    [InlineData("sharepoint", "search of all sources*", "*sharepoint*old*")]
    [InlineData("sharepoint", "health of sharepoint", "Unhealthy*")]
    [InlineData("openai", "\"What happens*", "Extractive (Unavailable)*")]
    [InlineData("confluence", "alerts", "RAISED: *confluence*")]
    [InlineData("sharepoint", "alerts", "RAISED: *sharepoint*")]
    [InlineData("openai", "search of all sources*", "*all sources answered")]
    public async Task Demo_shows_what_a_source_that_fails_takes_with_it_and_that_it_comes_back(string source, string asked, string answer)
    {
        JsonElement[] phases = await BrokenDemos.GetOrAdd(source, static name => new(() => BreakAsync(name))).Value;

        Assert.Equal(3, phases.Length);
        Assert.Matches(Pattern(answer), Answer(phases[1], asked));
        Assert.DoesNotMatch(Pattern(answer), Answer(phases[0], asked) + (answer.EndsWith("all sources answered", StringComparison.Ordinal) ? "." : string.Empty));
        Assert.DoesNotContain("Exception", phases[2].GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("RAISED", phases[2].GetRawText(), StringComparison.Ordinal);
        Assert.Contains("all sources answered", phases[2].GetRawText(), StringComparison.Ordinal);

        static string Pattern(string text) => $"^{Regex.Escape(text).Replace("\\*", ".*", StringComparison.Ordinal)}$";
        static string Answer(JsonElement phase, string asked) => phase.EnumerateArray().Single(row => Regex.IsMatch(row.GetProperty("Asked").GetString()!, Pattern(asked))).GetProperty("Answer").GetString()!;
    }

    [Fact]
    public async Task Extract_prints_Markdown_or_the_reason_and_JSON_the_blocks()
    {
        string path = Path.Combine(Path.GetTempPath(), $"navo-{Guid.NewGuid():N}.csv");
        try
        {
            await File.WriteAllTextAsync(path, "Name;Days\nAda;30\n", Token);
            (int code, string output, string error) = await RunAsync("extract", path);
            Assert.Equal((0, "| Name | Days |\n| --- | --- |\n| Ada | 30 |", string.Empty), (code, output.Trim().ReplaceLineEndings("\n"), error));

            (_, string json, _) = await RunAsync("extract", path, "--json");
            using JsonDocument document = JsonDocument.Parse(json);
            Assert.Equal("Extracted", document.RootElement.GetProperty("status").GetString());
            Assert.Equal("A1:B2", document.RootElement.GetProperty("blocks")[0].GetProperty("cells").GetString());

            await File.WriteAllBytesAsync(path, [0x89, 0x50, 0x4E, 0x47], Token);
            (code, _, error) = await RunAsync("extract", path);
            Assert.Equal(3, code);
            Assert.StartsWith("Unsupported: ", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Equal(1, (await RunAsync("extract", path)).Code);
    }

    [Theory]
    [InlineData]
    [InlineData("search")]
    [InlineData("fly")]
    [InlineData("get", "1", "--nonsense")]
    public async Task Bad_usage_exits_with_2(params string[] args)
    {
        (int code, _, string error) = await RunAsync(args);
        Assert.Equal(2, code);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Commands:", "help")]
    [InlineData("--source", "help", "search")]
    public async Task Help_is_a_verb_too(string expected, params string[] args)
    {
        (int code, string output, string error) = await RunAsync(args);
        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_configuration_one_line_says_what_to_do()
    {
        (int code, _, string error) = await RunAsync("health");
        Assert.Equal(1, code);
        Assert.Single(error.Trim().Split('\n'));
        Assert.Contains("Navo__Integrations__Confluence__BaseUrl", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task A_tenant_from_the_environment_is_searched_read_checked_and_asked_how_it_is(ConfluenceEdition edition)
    {
        await using ConfluenceSimulator simulator = await ConfluenceSimulator.StartAsync(new() { Edition = edition }, Token);
        using EnvironmentScope environment = new(EnvironmentScope.Of(simulator, edition));
        string ben = edition == ConfluenceEdition.Cloud ? simulator.Account("ben").AccountId : "ben";
        string id = Id(simulator, "Deployment process");

        Assert.Contains("Deployment process", (await RunAsync("search", "deployment", "--as", ben)).Output, StringComparison.Ordinal);
        Assert.Contains("## Steps", (await RunAsync("get", id, "--as", ben)).Output, StringComparison.Ordinal);
        Assert.Contains("How we work", (await RunAsync("metadata", id)).Output, StringComparison.Ordinal);
        Assert.Contains("Allow", (await RunAsync("permissions", id, "--user", ben)).Output, StringComparison.Ordinal);
        Assert.Contains("Deny", (await RunAsync("permissions", Id(simulator, "Salary bands 2026"), "--user", ben)).Output, StringComparison.Ordinal);
        (int code, string health, _) = await RunAsync("health", "--json");
        Assert.Equal((0, "healthy"), (code, JsonDocument.Parse(health).RootElement.GetProperty("status").GetString()));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task What_only_Confluence_can_say_has_commands_of_its_own(ConfluenceEdition edition)
    {
        await using ConfluenceSimulator simulator = await ConfluenceSimulator.StartAsync(new() { Edition = edition }, Token);
        using EnvironmentScope environment = new(EnvironmentScope.Of(simulator, edition));
        string ben = edition == ConfluenceEdition.Cloud ? simulator.Account("ben").AccountId : "ben";

        (_, string explained, _) = await RunAsync("explain", Id(simulator, "Salary review notes"), "--user", ben, "--json");
        Assert.Contains("Salary bands 2026", JsonDocument.Parse(explained).RootElement.GetProperty("for_administrator").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Salary", JsonDocument.Parse(explained).RootElement.GetProperty("for_reader").GetString(), StringComparison.Ordinal);
        Assert.Contains("ENG:Deployment process", (await RunAsync("links", "ENG:Deployment process", "https://evil.example/", "--as", ben)).Output, StringComparison.Ordinal);
        Assert.Contains("median age", (await RunAsync("freshness", "ONBOARDING", "--as", ben)).Output, StringComparison.Ordinal);
        Assert.Contains("No scope is missing.", (await RunAsync("probe")).Output, StringComparison.Ordinal);
        Assert.Contains("RUNBOOKS", (await RunAsync("spaces")).Output, StringComparison.Ordinal);
        Assert.Contains("service-limits.csv", (await RunAsync("attachments", Parent(simulator, "service-limits.csv"))).Output, StringComparison.Ordinal);
        Assert.Contains("versions", (await RunAsync("versions", Id(simulator, "Deployment process"), "--as", ben)).Output, StringComparison.Ordinal);
        Assert.Contains("Fifteen minutes on staging", (await RunAsync("comments", Id(simulator, "Deployment process"), "--json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_the_source_is_one_clear_line_and_exit_code_1()
    {
        await using ConfluenceSimulator simulator = await ConfluenceSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new(EnvironmentScope.Of(simulator, token: "wrong"));

        (int code, string output, string error) = await RunAsync("get", "987654321");

        Assert.Equal((1, string.Empty), (code, output));
        Assert.Single(error.Trim().Split('\n'));
        Assert.StartsWith("confluence get_content 987654321: Authentication:", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", error, StringComparison.Ordinal);
    }

    [Fact]
    public void T20_control_escape_and_direction_characters_never_reach_the_terminal()
    {
        string shown = Shown.Plain("a\u001b[31mred\u202Eevil\u0007\u200F\u2028b");
        Assert.DoesNotContain(shown, c => char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format);
        Assert.Equal("[[bold]]", Shown.Markup("[bold]"));
    }

    private static string Id(ConfluenceSimulator simulator, string title) =>
        simulator.Site.State.Contents.Values.Single(c => c.Title == title).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Parent(ConfluenceSimulator simulator, string title) =>
        simulator.Site.State.Contents.Values.Single(c => c.Title == title).ParentId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Part(string text, string from, string to)
    {
        int start = text.IndexOf(from, StringComparison.Ordinal);
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    /// <summary>The phases of a demo with a source that fails.</summary>
    private static async Task<JsonElement[]> BreakAsync(string source)
    {
        (int code, string output, string error) = await RunAsync("demo", "--break", source, "--json");
        Assert.Equal((0, string.Empty), (code, error));
        return [.. JsonDocument.Parse(output).RootElement.EnumerateObject().Select(static phase => phase.Value)];
    }

    internal static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await ConsoleApp.RunAsync(args, output, error, Token).WaitAsync(TimeSpan.FromMinutes(3), Token);
        return (code, output.ToString(), error.ToString());
    }
}
