using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using RichardSzalay.MockHttp;

namespace UnitTesting;

/// <summary>The wire: the real Confluence client with its Refit interface, whose socket is a mock. A request that nobody arranged fails the test.</summary>
public sealed class MockHttpTests : IAsyncDisposable
{
    private const string SearchUrl = "https://acme.atlassian.net/wiki/rest/api/search";

    private readonly MockHttpMessageHandler _wire = new();
    private readonly ServiceProvider _services;

    public MockHttpTests()
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddConfluence(options =>
        {
            options.BaseUrl = new("https://acme.atlassian.net");
            options.Username = "navo@example.com";
            options.ApiToken = "not-a-secret";
            options.Http.MaxRetryAttempts = 0;
        });
        services.AddHttpClient("navo:confluence").ConfigurePrimaryHttpMessageHandler(() => _wire);
        services.AddHttpClient("navo:confluence:discovery").ConfigurePrimaryHttpMessageHandler(() => _wire);
        _services = services.BuildServiceProvider();
    }

    private ReadingList List => new(_services.GetRequiredService<IConfluenceClient>(), TimeProvider.System);

    [Fact]
    public async Task What_Confluence_tells_is_listed()
    {
        _wire.Expect(SearchUrl).WithHeaders("Authorization", "Basic bmF2b0BleGFtcGxlLmNvbTpub3QtYS1zZWNyZXQ=").Respond("application/json", """
            {"results":[{"content":{"id":"1","type":"page","title":"On-call","space":{"key":"ENG"}},"title":"On-call"}],"totalSize":1,"_links":{}}
            """);

        Assert.Equal(["On-call"], await List.FindAsync("on-call", AccessContext.Service, TestContext.Current.CancellationToken));
        _wire.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task A_status_becomes_an_exception_with_a_name()
    {
        _wire.When(SearchUrl).Respond(HttpStatusCode.Unauthorized);

        await Assert.ThrowsAsync<AuthenticationException>(() => List.FindAsync("on-call", AccessContext.Service, TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _wire.Dispose();
    }
}
