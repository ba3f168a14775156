using System.Globalization;
using System.Text.Json;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Console.Tests;

/// <summary>The console's commands at an OpenAI. Like the others, one after the other: the environment is the configuration.</summary>
[Collection(nameof(ConsoleTests))]
public sealed class EnterpriseGptConsoleTests
{
    private const string Question = "When does the on-call rotation change?";
    private const string Rota = "The on-call rotation changes every Monday at nine.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData]
    [InlineData("--no-stream")]
    public async Task Ask_shows_the_answer_and_what_it_took(params string[] options)
    {
        await using OpenAiSimulator simulator = await OpenAiSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new(EnterpriseGptDemo.Settings(simulator));

        string output = await ShownAsync(["ask", Question, "--system", Rota, "--as", "ada@contoso.example", .. options]);

        Assert.StartsWith(Rota, output, StringComparison.Ordinal);
        Assert.Contains("model: gpt-4o", output, StringComparison.Ordinal);
        Assert.Contains("cost: 0.0", output, StringComparison.Ordinal);
        Assert.Equal(options.Length == 0, output.Contains("to the first token", StringComparison.Ordinal));
        Assert.DoesNotContain("not whole", output, StringComparison.Ordinal);
        Assert.DoesNotContain(simulator.ApiKey, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_speaks_JSON_takes_another_model_and_exits_with_3_when_an_answer_is_not_whole()
    {
        await using OpenAiSimulator simulator = await OpenAiSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new(EnterpriseGptDemo.Settings(simulator));

        (int code, string output, string error) = await ConsoleTests.RunAsync("ask", Question, "--system", Rota + Rota + Rota, "--model", "gpt-4o-mini", "--max-tokens", "16", "--json");

        using JsonDocument answer = JsonDocument.Parse(output);
        Assert.Equal((3, string.Empty, "gpt-4o-mini", "cut_by_token_limit"), (code, error, Text(answer.RootElement, "model"), Text(answer.RootElement, "outcome")));
        simulator.Organization.Script(OpenAiScriptedAnswer.Refuse());
        (code, output, _) = await ConsoleTests.RunAsync("ask", "Say something else.");
        Assert.Equal(3, code);
        Assert.Contains("not whole: Refused", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_names_the_model_that_took_over_and_a_cost_that_is_not_known()
    {
        await using OpenAiSimulator simulator = await OpenAiSimulator.StartAsync(cancellationToken: Token);
        simulator.Organization.Put(new("house-model"));
        using EnvironmentScope environment = new(EnterpriseGptDemo.Settings(simulator));

        string priceless = await ShownAsync("ask", Question, "--system", Rota, "--model", "house-model");
        string other = await ShownAsync("ask", Question, "--system", Rota, "--model", "gone-model");

        Assert.Contains("cost: unknown", priceless, StringComparison.Ordinal);
        Assert.Contains("model: gpt-6-luna, in place of gone-model (ModelUnavailable)", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T20_control_characters_of_an_answer_never_reach_the_terminal()
    {
        await using OpenAiSimulator simulator = await OpenAiSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new(EnterpriseGptDemo.Settings(simulator));

        string output = await ShownAsync("ask", "What is red?", "--system", "What is red is \u001b[31mhot\u202E here \U0001F600.");

        Assert.Contains("\U0001F600", output, StringComparison.Ordinal);
        Assert.DoesNotContain(output, c => (char.IsControl(c) && c is not '\n' and not '\r') || char.GetUnicodeCategory(c) == UnicodeCategory.Format);
    }

    [Fact]
    public async Task An_error_of_the_model_is_one_clear_line_and_exit_code_1()
    {
        await using OpenAiSimulator simulator = await OpenAiSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new([.. EnterpriseGptDemo.Settings(simulator), new("Navo:Integrations:EnterpriseGpt:ApiKey", "sk-wrong-key")]);

        (int code, _, string error) = await ConsoleTests.RunAsync("ask", Question);

        Assert.Equal(1, code);
        Assert.Single(error.Trim().Split('\n'));
        Assert.StartsWith("enterprise-gpt generate_response: Authentication:", error, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-wrong", error, StringComparison.Ordinal);
        (code, _, error) = await ConsoleTests.RunAsync("ask", " ");
        Assert.Equal(1, code);
        Assert.Contains("InvalidQuery", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_the_middle_of_an_answer_is_no_end_of_the_answer()
    {
        await using OpenAiSimulator simulator = await OpenAiSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new(EnterpriseGptDemo.Settings(simulator));
        simulator.Faults.Add("/responses", OpenAiFaults.ErrorInStream(after: 6));

        (int code, string output, string error) = await ConsoleTests.RunAsync("ask", Question, "--system", Rota);

        Assert.Equal(1, code);
        Assert.Matches("^The on[^\n]*\r?\n$", output);
        Assert.Single(error.Trim().Split('\n'));
        Assert.StartsWith("enterprise-gpt generate_response: Unavailable:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_names_of_the_source_document_are_enough()
    {
        await using OpenAiSimulator simulator = await OpenAiSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new(new Dictionary<string, string?>
        {
            ["Navo:Integrations:EnterpriseGpt:BaseUrl"] = simulator.BaseUrl.AbsoluteUri,
            ["ENTERPRISE_GPT_API_KEY"] = simulator.ApiKey,
            ["ORGANIZATION_ID"] = simulator.OrganizationId,
        });

        Assert.StartsWith(Rota, await ShownAsync("ask", Question, "--system", Rota), StringComparison.Ordinal);
        Assert.Contains("gpt-4o", await ShownAsync("health"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_one_line_says_what_to_set()
    {
        (int code, _, string error) = await ConsoleTests.RunAsync("ask", Question);
        Assert.Equal(1, code);
        Assert.Single(error.Trim().Split('\n'));
        Assert.Contains("ENTERPRISE_GPT_API_KEY", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_shows_every_part_and_who_analyzed()
    {
        await using OpenAiSimulator simulator = await OpenAiSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new(EnterpriseGptDemo.Settings(simulator));

        string model = await ShownAsync("analyze", "How do I rotate the signing keys in Confluence?");
        int asked = simulator.Requests.Count;
        using JsonDocument rules = JsonDocument.Parse(await ShownAsync("analyze", "How do I rotate the signing keys in Confluence?", "--offline", "--json"));

        Assert.Contains("model gpt-4o", model, StringComparison.Ordinal);
        Assert.All((string[])["intent", "language", "entities", "keywords", "time range", "sources", "kinds", "labels", "authors", "searches", "cost"], part => Assert.Contains(part, model, StringComparison.Ordinal));
        Assert.Equal(("deterministic", "how_to", "model_skipped"), (Text(rules.RootElement, "origin"), Text(rules.RootElement, "intent"), Text(rules.RootElement, "fallback_reason")));
        Assert.Equal("confluence", rules.RootElement.GetProperty("sources")[0].GetString());
        Assert.Equal(asked, simulator.Requests.Count);
    }

    [Fact]
    public async Task Summarize_reads_a_file_and_says_what_of_it_was_read()
    {
        await using OpenAiSimulator simulator = await OpenAiSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new(EnterpriseGptDemo.Settings(simulator));
        string path = Path.Combine(Path.GetTempPath(), $"navo-{Guid.NewGuid():N}.html");
        try
        {
            await File.WriteAllTextAsync(path, $"<h1>Rota</h1><p>{Rota} Ada is first.</p><h2>Escalation</h2><p>The duty manager answers for escalation of the rota.</p>", Token);

            string shown = await ShownAsync("summarize", path, "--style", "bullets", "--words", "50", "--focus", "rota", "--language", "en");
            Assert.Contains("Rota / Escalation", shown, StringComparison.Ordinal);
            Assert.Contains("whole; ", shown, StringComparison.Ordinal);
            using JsonDocument json = JsonDocument.Parse(await ShownAsync("summarize", path, "--json"));
            Assert.Equal("completed", Text(json.RootElement, "outcome"));
            Assert.Equal(json.RootElement.GetProperty("coverage").GetProperty("total_tokens").GetInt64(), json.RootElement.GetProperty("coverage").GetProperty("read_tokens").GetInt64());
            await File.WriteAllBytesAsync(path, [0x89, 0x50, 0x4E, 0x47], Token);
            (int code, string output, string error) = await ConsoleTests.RunAsync("summarize", path);
            Assert.Equal((3, string.Empty), (code, output));
            Assert.StartsWith("Unsupported: ", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Equal(1, (await ConsoleTests.RunAsync("summarize", path)).Code);
    }

    [Fact]
    public async Task Usage_is_kept_in_the_file_that_is_named_with_budgets_and_the_organizations_own_count()
    {
        await using OpenAiSimulator simulator = await OpenAiSimulator.StartAsync(cancellationToken: Token);
        string ledger = Path.Combine(Path.GetTempPath(), $"navo-{Guid.NewGuid():N}.jsonl");
        using EnvironmentScope environment = new([.. EnterpriseGptDemo.Settings(simulator), new("NAVO_USAGE_LEDGER", ledger), new("Navo:Integrations:EnterpriseGpt:Budgets:PerUser", "5")]);
        try
        {
            await ShownAsync("ask", Question, "--system", Rota, "--as", "ada@contoso.example");
            using JsonDocument usage = JsonDocument.Parse(await ShownAsync("usage", "--days", "2", "--user", "ada@contoso.example", "--json"));
            string shown = await ShownAsync("usage", "--user", "ben@contoso.example");

            Assert.Equal(1, usage.RootElement.GetProperty("total").GetProperty("requests").GetInt64());
            Assert.True(usage.RootElement.GetProperty("total").GetProperty("cost").GetDecimal() > 0);
            Assert.Equal("5 USD", Text(usage.RootElement.GetProperty("budgets")[0], "limit"));
            Assert.Equal("1", Text(usage.RootElement.GetProperty("organization_usage")[0], "requests"));
            Assert.Contains(": 0 requests", shown, StringComparison.Ordinal);
            Assert.Contains("as OpenAI counts it", shown, StringComparison.Ordinal);
            Assert.Equal(2, (await ConsoleTests.RunAsync("usage", "--days", "9999999")).Code);
        }
        finally
        {
            File.Delete(ledger);
        }
    }

    [Fact]
    public async Task Demo_answers_each_reader_from_what_that_reader_finds()
    {
        using JsonDocument demo = JsonDocument.Parse(await ShownAsync("demo", "--json"));

        JsonElement gpt = demo.RootElement.GetProperty("enterprise_gpt");
        Assert.Contains("Two promotions", Text(gpt.GetProperty("answers").GetProperty("Ada"), "text"), StringComparison.Ordinal);
        Assert.DoesNotContain("promotions", Text(gpt.GetProperty("answers").GetProperty("Ben"), "text"), StringComparison.Ordinal);
        Assert.True(gpt.GetProperty("answers").GetProperty("Ada").GetProperty("cost").GetDecimal() > 0);
        Assert.Equal("cache", Text(gpt.GetProperty("asked_again").GetProperty("origin"), "kind"));
        Assert.Equal("completed", Text(gpt.GetProperty("summary"), "outcome"));
        Assert.Contains("gpt-4o", gpt.GetProperty("health").GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<string> ShownAsync(params string[] args)
    {
        (int code, string output, string error) = await ConsoleTests.RunAsync(args);
        Assert.Equal((0, string.Empty), (code, error));
        return output;
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;
}
