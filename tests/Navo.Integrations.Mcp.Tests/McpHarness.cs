using System.IO.Pipelines;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.InMemory;
using NJsonSchema;

namespace Navo.Integrations.Mcp.Tests;

/// <summary>A server with the tools and the official client, joined by two pipes.</summary>
internal sealed class McpHarness : IAsyncDisposable
{
    public static readonly AccessContext Ada = AccessContext.ForUser(new("memory", "ada"));
    public static readonly AccessContext Ben = AccessContext.ForUser(new("memory", "ben"));

    private readonly ServiceProvider _services;
    private readonly McpServer _server;
    private readonly Task _running;

    private McpHarness(ServiceProvider services, McpServer server, Task running)
    {
        _services = services;
        _server = server;
        _running = running;
    }

    public required McpClient Client { get; init; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A wiki in which one page is Ada's.</summary>
    public static InMemoryIntegration Wiki(string name = "memory")
    {
        InMemoryIntegration wiki = new(name);
        wiki.Add("1", "Leave policy", "Staff get 30 days of leave a year.", Audience.Everyone);
        wiki.Add("2", "Leave of the board", "The board gets 99 days of leave a year.", Audience.Users(Ada.User!.Value));
        wiki.Add("3", "Leave that nobody can judge", "Leave 77.", policy: null);
        return wiki;
    }

    public static Task<McpHarness> StartAsync(AccessContext? reader, params InMemoryIntegration[] sources) => StartAsync(services =>
    {
        var builder = services.AddNavoIntegrations();
        Array.ForEach(sources, source => builder.AddIntegration<IIntegration>(source.Name, _ => source));
        builder.AddKnowledgeAssistant();
    }, options => options.Reader = reader);

    public static async Task<McpHarness> StartAsync(Action<IServiceCollection> configure, Action<NavoMcpOptions> options, ClaimsPrincipal? user = null)
    {
        ServiceCollection services = new();
        services.AddLogging();
        configure(services);
        IMcpServerBuilder builder = services.AddMcpServer().WithNavoTools(options);
        builder.WithMessageFilters(filters => filters.AddIncomingFilter(next => (context, token) =>
        {
            context.User = user;
            return next(context, token);
        }));
        ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        Pipe toServer = new();
        Pipe toClient = new();
        StreamServerTransport transport = new(toServer.Reader.AsStream(), toClient.Writer.AsStream());
        McpServer server = McpServer.Create(transport, provider.GetRequiredService<IOptions<McpServerOptions>>().Value, serviceProvider: provider);
        Task<McpClient> client = McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()), cancellationToken: Token);
        Task running = server.RunAsync(Token);
        return new(provider, server, running) { Client = await client.WaitAsync(TimeSpan.FromSeconds(20), Token) };
    }

    public async Task<CallToolResult> CallAsync(string tool, params (string Name, object? Value)[] arguments) =>
        await Client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => a.Value), cancellationToken: Token).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Token);

    /// <summary>Calls and expects a result that keeps to its schema.</summary>
    public async Task<JsonElement> ResultAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        CallToolResult result = await CallAsync(tool, arguments);
        Assert.False(result.IsError is true, Text(result));
        IList<McpClientTool> tools = await Client.ListToolsAsync(cancellationToken: Token);
        JsonSchema schema = await JsonSchema.FromJsonAsync(tools.Single(t => t.Name == tool).ReturnJsonSchema!.Value.GetRawText(), Token);
        Assert.Empty(schema.Validate(result.StructuredContent!.Value.GetRawText()));
        return result.StructuredContent.Value;
    }

    /// <summary>Calls and expects a failure.</summary>
    public async Task<string> ErrorAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        CallToolResult result = await CallAsync(tool, arguments);
        Assert.True(result.IsError);
        Assert.Null(result.StructuredContent);
        return Text(result);
    }

    public static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _server.DisposeAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(20), CancellationToken.None);
        await _services.DisposeAsync();
    }
}
