using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.InMemory;

namespace Navo.Integrations.Mcp.Tests;

/// <summary>What the tools give, each reader what that reader may see.</summary>
public sealed class ToolTests
{
    [Fact]
    public async Task Search_gives_each_reader_what_that_reader_may_see()
    {
        await using McpHarness ada = await McpHarness.StartAsync(McpHarness.Ada, McpHarness.Wiki());
        await using McpHarness ben = await McpHarness.StartAsync(McpHarness.Ben, McpHarness.Wiki());

        Assert.Equal(["1", "2"], Ids(await ada.ResultAsync("search", ("query", "leave"))));
        CallToolResult bens = await ben.CallAsync("search", ("query", "leave"));

        Assert.Equal(["1"], Ids(bens.StructuredContent!.Value));
        Assert.True(bens.StructuredContent.Value.GetProperty("isComplete").GetBoolean()); // what is hidden is no gap
        Assert.DoesNotContain("board", McpHarness.Text(bens) + bens.StructuredContent, StringComparison.Ordinal);
        Assert.DoesNotContain("judge", McpHarness.Text(bens) + bens.StructuredContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_goes_on_where_the_page_before_ended()
    {
        await using McpHarness server = await McpHarness.StartAsync(McpHarness.Ada, McpHarness.Wiki());

        CallToolResult first = await server.CallAsync("search", ("query", "leave"), ("limit", 1));
        string continuation = first.StructuredContent!.Value.GetProperty("continuation").GetString()!;
        JsonElement second = await server.ResultAsync("search", ("query", "leave"), ("limit", 1), ("continuation", continuation));

        Assert.Contains("There are more", McpHarness.Text(first), StringComparison.Ordinal);
        Assert.Equal(["1", "2"], Ids(first.StructuredContent.Value).Concat(Ids(second)).Order(StringComparer.Ordinal));
        Assert.False(second.TryGetProperty("continuation", out _));
    }

    [Fact]
    public async Task Search_says_which_source_is_missing_and_fails_only_where_all_are()
    {
        InMemoryIntegration down = McpHarness.Wiki("memory:other");
        down.FailWith(new UnavailableException("Down for maintenance."));
        await using McpHarness server = await McpHarness.StartAsync(McpHarness.Ada, McpHarness.Wiki(), down);

        JsonElement both = await server.ResultAsync("search", ("query", "leave"));
        string alone = await server.ErrorAsync("search", ("query", "leave"), ("sources", new[] { "memory:other" }));

        Assert.False(both.GetProperty("isComplete").GetBoolean());
        Assert.Equal("memory:other", both.GetProperty("missing")[0].GetProperty("source").GetString());
        Assert.Equal("failed", both.GetProperty("missing")[0].GetProperty("status").GetString());
        Assert.Equal(2, both.GetProperty("hits").GetArrayLength());
        Assert.StartsWith("Unavailable: No source answered.", alone, StringComparison.Ordinal);
        Assert.Contains("can succeed later", alone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_gives_a_long_text_in_parts_that_together_are_the_text()
    {
        string text = string.Concat(Enumerable.Range(0, 900).Select(i => $"{i} 🙂 "));
        InMemoryIntegration wiki = new();
        KnowledgeContent added = wiki.Add("1", "Long", text, Audience.Everyone);
        wiki.Add(added with { Metadata = added.Metadata with { WebAddress = new("https://wiki.example/1") }, Losses = [new("macro:jira", "A link stands in its place.")] }, Audience.Everyone);
        await using McpHarness server = await McpHarness.StartAsync(services => services.AddNavoIntegrations().AddIntegration<IIntegration>(wiki.Name, _ => wiki), options =>
        {
            options.Reader = McpHarness.Ben;
            options.TextLength = 1000;
        });

        string whole = string.Empty;
        int? offset = 0;
        while (offset is { } start)
        {
            CallToolResult part = await server.CallAsync("get", ("source", "memory"), ("id", "1"), ("offset", start), ("version", "1"));
            JsonElement result = part.StructuredContent!.Value;
            whole += result.GetProperty("markdown").GetString();
            offset = result.TryGetProperty("nextOffset", out JsonElement next) ? next.GetInt32() : null;
            Assert.Equal(text.Length, result.GetProperty("totalLength").GetInt32());
            Assert.Equal("https://wiki.example/1", result.GetProperty("address").GetString());
            Assert.Equal("macro:jira: A link stands in its place.", result.GetProperty("losses")[0].GetString());
            Assert.Equal(offset is not null, McpHarness.Text(part).Contains($"call again with offset {offset}", StringComparison.Ordinal));
        }

        Assert.Equal(text, whole);
        Assert.Contains("another version", await server.ErrorAsync("get", ("source", "memory"), ("id", "1"), ("version", "0")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Denied_absent_and_undecidable_items_look_the_same()
    {
        await using McpHarness server = await McpHarness.StartAsync(McpHarness.Ben, McpHarness.Wiki());

        string[] got = await Task.WhenAll(new[] { "2", "3", "404" }.Select(id => server.ErrorAsync("get", ("source", "memory"), ("id", id))));
        JsonElement[] explained = await Task.WhenAll(new[] { "2", "3", "404" }.Select(id => server.ResultAsync("explain", ("source", "memory"), ("id", id))));

        Assert.StartsWith("NotFound (memory): There is no such item, or you may not see it.", Assert.Single(got.Distinct()), StringComparison.Ordinal);
        Assert.All(explained, result => Assert.False(result.GetProperty("isVisible").GetBoolean()));
        Assert.Single(explained.Select(result => result.GetProperty("text").GetString() + result.GetProperty("conditions")).Distinct());
    }

    [Fact]
    public async Task Ask_answers_each_reader_with_citations_of_what_that_reader_may_see()
    {
        await using McpHarness ada = await McpHarness.StartAsync(McpHarness.Ada, McpHarness.Wiki());
        await using McpHarness ben = await McpHarness.StartAsync(McpHarness.Ben, McpHarness.Wiki());
        (string, object?) question = ("question", "How many days of leave does the board get?");

        JsonElement adas = await ada.ResultAsync("ask", question);
        CallToolResult bens = await ben.CallAsync("ask", question);

        Assert.Contains("99 days", adas.GetProperty("text").GetString(), StringComparison.Ordinal);
        JsonElement citation = adas.GetProperty("citations").EnumerateArray().First(c => c.GetProperty("id").GetString() == "2");
        Assert.Equal("Leave of the board", citation.GetProperty("title").GetString());
        Assert.Contains("99 days", citation.GetProperty("quotes")[0].GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("99", McpHarness.Text(bens) + bens.StructuredContent, StringComparison.Ordinal);
    }

    private static string[] Ids(JsonElement result) => [.. result.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!).Order(StringComparer.Ordinal)];
}
