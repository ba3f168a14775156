using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.InMemory;
using NSubstitute;

namespace Navo.Integrations.Mcp.Tests;

/// <summary>On whose behalf a call is made, and that it is nobody's where nobody is known.</summary>
public sealed class ReaderTests
{
    private static readonly (string Tool, (string, object?)[] Arguments)[] Calls =
    [
        ("search", [("query", "leave")]),
        ("get", [("source", "memory"), ("id", "1")]),
        ("explain", [("source", "memory"), ("id", "1")]),
        ("ask", [("question", "How much leave?")]),
    ];

    [Fact]
    public async Task Without_a_reader_every_tool_fails_and_no_source_is_asked()
    {
        InMemoryIntegration wiki = McpHarness.Wiki();
        await using McpHarness server = await McpHarness.StartAsync(reader: null, wiki);

        foreach ((string tool, (string, object?)[] arguments) in Calls)
        {
            Assert.StartsWith("Authentication: Nobody is known", await server.ErrorAsync(tool, arguments), StringComparison.Ordinal);
        }

        Assert.Empty(wiki.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_configured_reader_is_for_requests_without_a_user_only(bool isAuthenticated)
    {
        ClaimsPrincipal user = new(new ClaimsIdentity([], isAuthenticated ? "test" : null));
        InMemoryIntegration wiki = McpHarness.Wiki();
        await using McpHarness server = await McpHarness.StartAsync(services => Register(services, wiki), options => options.Reader = McpHarness.Ada, user);

        Assert.Contains("Nobody is known", await server.ErrorAsync("search", ("query", "leave")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_users_claims_say_who_reads()
    {
        ClaimsPrincipal user = new(new ClaimsIdentity([new Claim("sub", "ben")], "test"));
        InMemoryIntegration wiki = McpHarness.Wiki();
        await using McpHarness server = await McpHarness.StartAsync(services => Register(services, wiki).AddScoped<IMcpReaderResolver, SubjectResolver>(), static _ => { }, user);

        await server.ResultAsync("get", ("source", "memory"), ("id", "1"));

        Assert.Equal(McpHarness.Ben, Assert.Single(wiki.Calls).Reader);
    }

    [Fact]
    public async Task A_resolver_that_names_the_service_lets_nobody_in()
    {
        IMcpReaderResolver resolver = Substitute.For<IMcpReaderResolver>();
        resolver.ResolveAsync(null, TestContext.Current.CancellationToken).ReturnsForAnyArgs(AccessContext.Service);
        InMemoryIntegration wiki = McpHarness.Wiki();
        await using McpHarness server = await McpHarness.StartAsync(services => Register(services, wiki).AddSingleton(resolver), static _ => { });

        Assert.Contains("Nobody is known", await server.ErrorAsync("get", ("source", "memory"), ("id", "2")), StringComparison.Ordinal);
        Assert.Empty(wiki.Calls);
    }

    [Fact]
    public void Options_that_name_the_service_or_have_no_bounds_are_refused()
    {
        ServiceCollection services = new();
        services.AddMcpServer().WithNavoTools(options =>
        {
            options.Reader = AccessContext.Service;
            options.TextLength = 10;
            options.SearchTimeout = TimeSpan.Zero;
        });
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(3, Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<NavoMcpOptions>>().Value).Failures.Count());
    }

    private static IServiceCollection Register(IServiceCollection services, InMemoryIntegration wiki)
    {
        services.AddNavoIntegrations().AddIntegration<IIntegration>(wiki.Name, _ => wiki);
        return services;
    }

    private sealed class SubjectResolver : IMcpReaderResolver
    {
        public ValueTask<AccessContext?> ResolveAsync(ClaimsPrincipal? user, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(user?.FindFirst("sub") is { } subject ? AccessContext.ForUser(new("memory", subject.Value)) : null);
    }
}
