using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.Simulated;

/// <summary>Whatever a token endpoint answers has a named outcome.</summary>
public sealed class OAuthEndpointTests
{
    private readonly FakeTimeProvider _clock = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly MemoryTokenStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, "<html>Sign on</html>", "text/html", typeof(ProtocolException), "something else than JSON")]
    [InlineData(200, "token=abc", "text/plain", typeof(ProtocolException), "something else than JSON")]
    [InlineData(200, "null", "application/json", typeof(ProtocolException), "something else than JSON")]
    [InlineData(200, "[]", "application/json", typeof(ProtocolException), "something else than JSON")]
    [InlineData(200, "{}", "application/json", typeof(ProtocolException), "without an access token")]
    [InlineData(200, """{"access_token":""}""", "application/json", typeof(ProtocolException), "without an access token")]
    [InlineData(200, """{"access_token":"a","token_type":"mac"}""", "application/json", typeof(ProtocolException), "another type than bearer")]
    [InlineData(200, """{"access_token":"a","expires_in":"soon"}""", "application/json", typeof(ProtocolException), "something else than JSON")]
    [InlineData(400, """{"error":"invalid_client","error_description":"no such client"}""", "application/json", typeof(AuthenticationException), "does not accept the client")]
    [InlineData(401, """{"error":"access_denied","error_description":"Unauthorized"}""", "application/json", typeof(AuthenticationException), "does not accept the client")]
    [InlineData(403, """{"error":"invalid_grant"}""", "application/json", typeof(AuthenticationException), "refresh token is unknown")]
    [InlineData(400, """{"error":"invalid_scope"}""", "application/json", typeof(AuthenticationException), "(invalid_scope)")]
    [InlineData(400, """{"error":{"code":1}}""", "application/json", typeof(AuthenticationException), "(status 400)")]
    [InlineData(404, "<html>Not here</html>", "text/html", typeof(AuthenticationException), "(status 404)")]
    public async Task Row007_A_bad_answer_of_the_token_endpoint_is_named(int status, string body, string type, Type expected, string words)
    {
        await using SimulatedConfluence confluence = await StartAsync();
        confluence.Simulator.Faults.Add(OAuthSetup.TokenPath, Fault.Status(status, body, type), times: int.MaxValue);

        Exception failure = (await Record.ExceptionAsync(() => SearchAsync(confluence)))!;

        Assert.IsType(expected, failure);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.NotNull(((IntegrationException)failure).Remedy);
        Assert.Equal(1, confluence.TokenRequests());
        Assert.DoesNotContain(confluence.Simulator.Requests, request => request.HasCredentials);
    }

    [Fact]
    public async Task Row007_A_refresh_token_that_comes_without_an_access_token_is_saved_all_the_same()
    {
        await using SimulatedConfluence confluence = await StartAsync();
        confluence.Simulator.Faults.Add(OAuthSetup.TokenPath, Fault.Status(200, """{"refresh_token":"next"}"""), times: 1);

        await Assert.ThrowsAsync<ProtocolException>(() => SearchAsync(confluence));

        Assert.Equal("next", _store.Token);
    }

    [Fact]
    public async Task Row007_A_token_without_an_end_is_used_until_the_source_refuses_it()
    {
        await using SimulatedConfluence confluence = await OAuthSetup.StartAsync(_clock, _store, configure: o => o.CloudId = new ConfluenceSite().CloudId);
        confluence.Simulator.Faults.Add(OAuthSetup.TokenPath, Fault.Status(200, $$"""{"access_token":"{{confluence.Simulator.ApiToken}}"}"""), times: 1);
        await SearchAsync(confluence);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.NotEmpty((await SearchAsync(confluence)).Hits);
        Assert.Equal(1, confluence.TokenRequests());

        confluence.Simulator.Faults.Add("/search", Fault.Status(401), times: 1);
        Assert.NotEmpty((await SearchAsync(confluence)).Hits);

        Assert.Equal(2, confluence.TokenRequests());
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(429)]
    public async Task Row007_Outages_and_limits_of_the_token_endpoint_are_waited_for(int status)
    {
        await using SimulatedConfluence confluence = await StartAsync();
        confluence.Simulator.Faults.Add(OAuthSetup.TokenPath, Fault.Status(status, headers: new Dictionary<string, string> { ["Retry-After"] = "2" }), times: 1);

        SearchPage page = await _clock.DriveAsync(SearchAsync(confluence));

        Assert.NotEmpty(page.Hits);
        Assert.Equal(2, confluence.TokenRequests());
    }

    [Theory]
    [InlineData(503, typeof(UnavailableException))]
    [InlineData(429, typeof(ThrottledException))]
    public async Task Row007_An_outage_that_lasts_is_named_with_the_token_endpoint(int status, Type expected)
    {
        await using SimulatedConfluence confluence = await StartAsync();
        confluence.Simulator.Faults.Add(OAuthSetup.TokenPath, Fault.Status(status), times: int.MaxValue);

        Exception failure = (await Record.ExceptionAsync(() => _clock.DriveAsync(SearchAsync(confluence))))!;

        Assert.IsType(expected, failure);
        Assert.Contains("token endpoint", failure.Message, StringComparison.Ordinal);
        Assert.Equal("search", ((IntegrationException)failure).Operation);
    }

    [Fact]
    public async Task Row007_An_outage_while_the_token_is_still_good_is_not_felt()
    {
        await using SimulatedConfluence confluence = await StartAsync();
        await SearchAsync(confluence);
        confluence.Simulator.Faults.Add(OAuthSetup.TokenPath, Fault.Status(503), times: int.MaxValue);
        _clock.Advance(TimeSpan.FromMinutes(56));

        Assert.NotEmpty((await _clock.DriveAsync(SearchAsync(confluence))).Hits);
        int asked = confluence.TokenRequests();
        Assert.NotEmpty((await SearchAsync(confluence)).Hits);
        Assert.Equal(asked, confluence.TokenRequests());

        _clock.Advance(TimeSpan.FromMinutes(4));
        await Assert.ThrowsAsync<UnavailableException>(() => _clock.DriveAsync(SearchAsync(confluence)));
    }

    [Fact]
    public async Task Row007_A_redirect_of_the_token_endpoint_is_not_followed()
    {
        await using SimulatedConfluence confluence = await StartAsync();
        confluence.Simulator.Faults.Add(OAuthSetup.TokenPath, Fault.Redirect(new(confluence.Simulator.SiteUrl, "/elsewhere")), times: int.MaxValue);

        await Assert.ThrowsAsync<ProtocolException>(() => SearchAsync(confluence));

        Assert.Equal([OAuthSetup.TokenPath], confluence.Simulator.Requests.Select(r => r.PathAndQuery));
    }

    private Task<SimulatedConfluence> StartAsync() => OAuthSetup.StartAsync(_clock, _store);

    private static Task<SearchPage> SearchAsync(SimulatedConfluence confluence) =>
        confluence.Client.SearchAsync(new("release"), AccessContext.Service, Token).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
}
