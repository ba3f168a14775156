using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Console.Tests;

/// <summary>The tools as a client of the Model Context Protocol starts them: a process of its own.</summary>
[Collection(nameof(ConsoleTests))]
public sealed class McpConsoleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mcp_serves_the_configured_sources_to_one_reader()
    {
        await using ConfluenceSimulator confluence = await ConfluenceSimulator.StartAsync(cancellationToken: Token);
        Dictionary<string, string?> environment = EnvironmentScope.Of(confluence).ToDictionary(static s => s.Key.Replace(":", "__", StringComparison.Ordinal), static s => s.Value);
        await using McpClient client = await StartAsync(environment, "--reader", confluence.Account("ben").AccountId);

        CallToolResult found = await CallAsync(client, "search", "query", "nightly run");
        CallToolResult answer = await CallAsync(client, "ask", "question", "What does the billing service do every night?");

        Assert.NotEqual(0, found.StructuredContent!.Value.GetProperty("hits").GetArrayLength());
        Assert.DoesNotContain("Post-mortem", found.StructuredContent.Value.GetRawText(), StringComparison.Ordinal);
        Assert.True(answer.StructuredContent!.Value.GetProperty("isKnown").GetBoolean());
    }

    [Fact]
    public async Task Mcp_demo_serves_all_simulated_sources_to_Ada()
    {
        await using McpClient client = await StartAsync([], "--demo", "--reader", "ada");

        CallToolResult found = await CallAsync(client, "search", "query", "deployment process");
        CallToolResult answer = await CallAsync(client, "ask", "question", "What happens to invoices after a retry of the nightly run?");

        JsonElement hits = found.StructuredContent!.Value.GetProperty("hits");
        Assert.Equal(["confluence", "sharepoint"], hits.EnumerateArray().Select(hit => hit.GetProperty("source").GetString()).Distinct().Order());
        Assert.True(found.StructuredContent.Value.GetProperty("isComplete").GetBoolean());
        Assert.Contains("412 customers", answer.StructuredContent!.Value.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mcp_is_not_for_the_service()
    {
        await using ConfluenceSimulator confluence = await ConfluenceSimulator.StartAsync(cancellationToken: Token);
        using EnvironmentScope environment = new(EnvironmentScope.Of(confluence));

        (int code, string output, string error) = await ConsoleTests.RunAsync("mcp", "--reader", "service");

        Assert.Equal((1, string.Empty), (code, output));
        Assert.Contains("for a person", error, StringComparison.Ordinal);
        Assert.Equal(2, (await ConsoleTests.RunAsync("mcp")).Code);
    }

    private static Task<McpClient> StartAsync(Dictionary<string, string?> environment, params string[] arguments) => McpClient.CreateAsync(
        new StdioClientTransport(new()
        {
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "Navo.Console.dll"), "mcp", .. arguments],
            EnvironmentVariables = environment,
            WorkingDirectory = AppContext.BaseDirectory,
        }),
        cancellationToken: Token).WaitAsync(TimeSpan.FromMinutes(3), Token);

    private static Task<CallToolResult> CallAsync(McpClient client, string tool, string name, string value) =>
        client.CallToolAsync(tool, new Dictionary<string, object?> { [name] = value }, cancellationToken: Token).AsTask().WaitAsync(TimeSpan.FromMinutes(3), Token);
}
