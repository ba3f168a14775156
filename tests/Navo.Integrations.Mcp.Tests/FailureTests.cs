using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.InMemory;
using NSubstitute;

namespace Navo.Integrations.Mcp.Tests;

/// <summary>What callers are told when a call can't be carried out.</summary>
public sealed class FailureTests
{
    public static TheoryData<string, string, string> BadArguments => new()
    {
        { "search", "{}", "The argument 'query' is missing." },
        { "search", """{"query":7}""", "The argument 'query' has a value of the wrong kind." },
        { "search", """{"query":null}""", "The argument 'query' has a value of the wrong kind." },
        { "search", """{"query":"  "}""", "A search text has 1 to 4000 characters" },
        { "search", """{"query":"a","limit":0}""", "The argument 'limit' is 1 to 100." },
        { "search", """{"query":"a","limit":101}""", "The argument 'limit' is 1 to 100." },
        { "search", """{"query":"a","limit":"ten"}""", "The argument 'limit' has a value of the wrong kind." },
        { "search", """{"query":"a","as":"service"}""", "There is no argument 'as'." },
        { "search", """{"query":"a","sources":["memory","../x"]}""", "A source is not named so" },
        { "search", """{"query":"a","sources":["elsewhere"]}""", "elsewhere" },
        { "search", """{"query":"a","continuation":"forged"}""", "InvalidQuery" },
        { "search", """{"query":"a","sources":["1","2","3","4","5","6","7","8","9","10","11","12","13","14","15","16","17","18","19","20","21"]}""", "at most 20 names" },
        { "get", """{"source":"memory"}""", "The argument 'id' is missing." },
        { "get", """{"source":"elsewhere","id":"1"}""", "There is no source of that name. There are: memory." },
        { "get", """{"source":"memory","id":"1","offset":-1}""", "The argument 'offset' is 0 to" },
        { "get", """{"source":"memory","id":"1","offset":9999}""", "The argument 'offset' is 0 to" },
        { "get", """{"source":"memory","id":" "}""", "A content id has 1 to 512 characters" },
        { "explain", """{"source":null,"id":"1"}""", "The argument 'source' has a value of the wrong kind." },
        { "ask", """{"question":""}""", "A question has 1 to" },
    };

    [Theory, MemberData(nameof(BadArguments))]
    public async Task A_bad_argument_is_named(string tool, string arguments, string message)
    {
        await using McpHarness server = await McpHarness.StartAsync(McpHarness.Ada, McpHarness.Wiki());
        Dictionary<string, JsonElement> parsed = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(arguments)!;

        string error = await server.ErrorAsync(tool, [.. parsed.Select(a => (a.Key, (object?)a.Value))]);

        Assert.StartsWith("InvalidQuery", error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("get", "Throttled (memory): The source asks to wait.")]
    [InlineData("explain", "Unavailable (memory): The source could not be asked who may see the item.")]
    public async Task A_failing_source_says_what_to_do_and_when(string tool, string message)
    {
        InMemoryIntegration wiki = McpHarness.Wiki();
        wiki.FailWith(new ThrottledException("The source asks to wait.") { RetryAfter = TimeSpan.FromSeconds(41.5) });
        await using McpHarness server = await McpHarness.StartAsync(McpHarness.Ada, wiki);

        string error = await server.ErrorAsync(tool, ("source", "memory"), ("id", "1"));

        Assert.StartsWith(message, error, StringComparison.Ordinal);
        Assert.Contains(tool == "get" ? "The same call can succeed after 42 seconds." : "The same call can succeed later.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_no_family_says_nothing_of_itself()
    {
        IIntegration strange = Substitute.For<IIntegration>();
        strange.Name.Returns(new IntegrationName("strange"));
        strange.GetContentAsync(default, null!, TestContext.Current.CancellationToken).ReturnsForAnyArgs(Task.FromException<KnowledgeContent>(new InvalidOperationException("password=hunter2")));
        await using McpHarness server = await McpHarness.StartAsync(services => services.AddNavoIntegrations().AddIntegration(strange.Name, _ => strange), options => options.Reader = McpHarness.Ada);

        CallToolResult result = await server.CallAsync("get", ("source", "strange"), ("id", "1"));

        Assert.True(result.IsError);
        Assert.DoesNotContain("hunter2", McpHarness.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_the_client_cancels_is_cancelled_at_the_source()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        IIntegration slow = Substitute.For<IIntegration>();
        slow.Name.Returns(new IntegrationName("slow"));
        slow.GetContentAsync(default, null!, TestContext.Current.CancellationToken).ReturnsForAnyArgs(async call =>
        {
            call.Arg<CancellationToken>().Register(cancelled.SetResult);
            asked.SetResult();
            await cancelled.Task;
            call.Arg<CancellationToken>().ThrowIfCancellationRequested();
            return null!;
        });
        await using McpHarness server = await McpHarness.StartAsync(services => services.AddNavoIntegrations().AddIntegration(slow.Name, _ => slow), options => options.Reader = McpHarness.Ada);
        using CancellationTokenSource stop = new();

        Task call = server.Client.CallToolAsync("get", new Dictionary<string, object?> { ["source"] = "slow", ["id"] = "1" }, cancellationToken: stop.Token).AsTask();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }
}
