using System.Text.Json;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.OpenAi;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Console.Tests;

/// <summary>Commands over several sources. Like the others, one after the other: the environment is the configuration.</summary>
[Collection(nameof(ConsoleTests))]
public sealed class KnowledgeConsoleTests
{
    private const string Question = "What happens to invoices after a retry of the nightly run?";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_without_a_source_asks_all_and_says_which_of_them_failed()
    {
        await using ConfluenceSimulator confluence = await ConfluenceSimulator.StartAsync(cancellationToken: Token);
        await using GraphSimulator graph = await GraphSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new([.. EnvironmentScope.Of(confluence), .. SharePointDemo.Settings(graph)]);

        (int code, string output, string error) = await ConsoleTests.RunAsync("search", "deployment process", "--json");
        Assert.Equal((0, string.Empty), (code, error));
        using JsonDocument both = JsonDocument.Parse(output);
        string[] sources = [.. both.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("source").GetString()!).Distinct().Order()];
        Assert.Equal(["confluence", "sharepoint"], sources);
        Assert.True(both.RootElement.GetProperty("complete").GetBoolean());

        Environment.SetEnvironmentVariable("Navo__Integrations__SharePoint__ClientSecret", "not-this-one");
        (code, output, _) = await ConsoleTests.RunAsync("search", "deployment process");
        Assert.Equal(0, code);
        Assert.Contains("NOT ALL SOURCES ANSWERED IN FULL", output, StringComparison.Ordinal);
        Assert.Contains("Deployment process", output, StringComparison.Ordinal);
        Assert.Contains("Failed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--source", "confluence")]
    [InlineData("--limit", "10")]
    public async Task Search_tells_a_user_nothing_of_what_was_left_out_of_it(string option, string value)
    {
        await using ConfluenceSimulator confluence = await ConfluenceSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new([.. EnvironmentScope.Of(confluence)]);
        string ben = confluence.Account("ben").AccountId;

        (_, string asService, _) = await ConsoleTests.RunAsync("search", "nightly run", "--json", option, value);
        (_, string text, _) = await ConsoleTests.RunAsync("search", "nightly run", "--as", ben, option, value);
        (_, string json, _) = await ConsoleTests.RunAsync("search", "nightly run", "--as", ben, "--json", option, value);

        Assert.Contains("Post-mortem", asService, StringComparison.Ordinal);
        Assert.All([text, json], output =>
        {
            Assert.DoesNotContain("Post-mortem", output, StringComparison.Ordinal);
            Assert.DoesNotContain("NotPermitted", output, StringComparison.Ordinal);
            Assert.DoesNotContain("not_permitted", output, StringComparison.Ordinal);
            Assert.DoesNotContain("\"trimmed\": true", output, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Ask_answers_each_reader_from_the_sources_with_numbered_citations()
    {
        await using ConfluenceSimulator confluence = await ConfluenceSimulator.StartAsync(cancellationToken: Token);
        await using OpenAiSimulator openAi = await OpenAiSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new([.. EnvironmentScope.Of(confluence), .. EnterpriseGptDemo.Settings(openAi)]);

        (int code, string ada, string error) = await ConsoleTests.RunAsync("ask", Question, "--as", confluence.Account("ada").AccountId);
        Assert.Equal((0, string.Empty), (code, error));
        Assert.StartsWith("412 customers got two invoices after a retry of the nightly run. [1]", ada, StringComparison.Ordinal);
        Assert.Contains("[1] Post-mortem: double invoices on 14 February", ada, StringComparison.Ordinal);

        (_, string ben, _) = await ConsoleTests.RunAsync("ask", Question, "--as", confluence.Account("ben").AccountId, "--json");
        Assert.DoesNotContain("412", ben, StringComparison.Ordinal);
        Assert.DoesNotContain("Post-mortem", ben, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(ben);
        Assert.Equal("answered", document.RootElement.GetProperty("outcome").GetString());
        Assert.Contains("Billing service", document.RootElement.GetProperty("citations").GetRawText(), StringComparison.Ordinal);

        (_, string alone, _) = await ConsoleTests.RunAsync("ask", Question, "--model-only");
        Assert.Contains("model: gpt-4o", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("412", alone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_without_a_model_shows_sentences_of_the_sources_and_says_so()
    {
        await using ConfluenceSimulator confluence = await ConfluenceSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new(EnvironmentScope.Of(confluence));

        (int code, string output, string error) = await ConsoleTests.RunAsync("ask", Question, "--as", confluence.Account("ada").AccountId, "--no-stream");

        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains("412 customers", output, StringComparison.Ordinal);
        Assert.Contains("no model's (NoModel)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_ends_with_one_question_and_two_different_cited_answers()
    {
        (int code, string output, _) = await ConsoleTests.RunAsync("demo", "--json");
        using JsonDocument document = JsonDocument.Parse(output);
        JsonElement answers = document.RootElement.GetProperty("all_sources");

        Assert.Equal(0, code);
        Assert.Contains("412 customers", answers.GetProperty("Ada").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("Post-mortem: double invoices on 14 February", answers.GetProperty("Ada").GetProperty("citations")[0].GetProperty("title").GetString());
        Assert.DoesNotContain("412", answers.GetProperty("Ben").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("answered", answers.GetProperty("Ben").GetProperty("outcome").GetString());
        Assert.NotEqual(0, answers.GetProperty("Ben").GetProperty("citations").GetArrayLength());
    }
}
