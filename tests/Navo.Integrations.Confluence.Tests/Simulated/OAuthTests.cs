using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http.OAuth;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Confluence.Tests.Simulated;

/// <summary>The life of access and refresh tokens, through the whole client.</summary>
public sealed class OAuthTests
{
    private readonly FakeTimeProvider _clock = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly MemoryTokenStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row007_A_consent_is_enough_to_find_the_site_and_to_read_it_through_the_gateway()
    {
        await using SimulatedConfluence confluence = await StartAsync();

        SearchPage page = await SearchAsync(confluence);

        Assert.NotEmpty(page.Hits);
        Assert.Equal(
            [$"POST {OAuthSetup.TokenPath} False", "GET /oauth/token/accessible-resources True", $"GET /ex/confluence/{confluence.Simulator.CloudId}/wiki/rest/api/search True"],
            confluence.Simulator.Requests.Take(3).Select(r => $"{r.Method} {r.PathAndQuery.Split('?')[0]} {r.HasCredentials}"));
    }

    [Fact]
    public async Task Row007_A_hundred_calls_at_once_share_one_token_request()
    {
        await using SimulatedConfluence confluence = await OAuthSetup.StartAsync(_clock, _store, configure: o => (o.CloudId, o.Http.MaxConcurrentRequests) = (new ConfluenceSite().CloudId, 100));

        await Task.WhenAll(Enumerable.Range(0, 100).Select(n => SearchAsync(confluence, $"word{n}")));

        Assert.Equal((1, 1), (confluence.TokenRequests(), confluence.Simulator.OAuth.Issued));
        Assert.Single(_store.Saved);
    }

    [Fact]
    public async Task Row007_A_token_is_renewed_ahead_of_its_end_and_not_before()
    {
        await using SimulatedConfluence confluence = await StartAsync();
        await SearchAsync(confluence);
        _clock.Advance(TimeSpan.FromMinutes(54));
        await SearchAsync(confluence);
        Assert.Equal(1, confluence.TokenRequests());

        _clock.Advance(TimeSpan.FromMinutes(1));
        await SearchAsync(confluence);

        Assert.Equal(2, confluence.TokenRequests());
        Assert.All(confluence.Simulator.Requests, request => Assert.Equal(200, request.Status));
    }

    [Fact]
    public async Task Row007_A_token_that_lives_shorter_than_the_margin_is_used_for_half_of_its_life()
    {
        await using SimulatedConfluence confluence = await StartAsync();
        confluence.Simulator.OAuth.AccessTokenLifetime = TimeSpan.FromMinutes(4);
        await SearchAsync(confluence);
        _clock.Advance(TimeSpan.FromSeconds(110));
        await SearchAsync(confluence);
        Assert.Equal(1, confluence.TokenRequests());

        _clock.Advance(TimeSpan.FromSeconds(10));
        await SearchAsync(confluence);

        Assert.Equal(2, confluence.TokenRequests());
    }

    [Fact]
    public async Task Row007_A_token_that_was_ended_early_is_renewed_on_the_401_and_the_call_goes_on()
    {
        await using SimulatedConfluence confluence = await StartAsync();
        await SearchAsync(confluence);
        confluence.Simulator.OAuth.EndAccessTokens();

        SearchPage[] pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => SearchAsync(confluence, "release")));

        Assert.All(pages, page => Assert.NotEmpty(page.Hits));
        Assert.Equal(2, confluence.TokenRequests());
    }

    [Fact]
    public async Task Row007_A_rotated_refresh_token_is_saved_before_the_access_token_is_used()
    {
        await using SimulatedConfluence confluence = await StartAsync();
        List<int> requestsAtSave = [];
        _store.OnSave = () => requestsAtSave.Add(confluence.Simulator.Requests.Count);

        await SearchAsync(confluence);
        await confluence.Client.RefreshCredentialsAsync(Token);

        Assert.Equal(1, requestsAtSave[0]);
        Assert.Equal(["simulated-refresh-1", "simulated-refresh-2"], _store.Saved);
        Assert.Equal(confluence.Simulator.OAuth.RefreshToken, _store.Token);
    }

    [Fact]
    public async Task Row007_A_refresh_token_that_cannot_be_saved_fails_the_call_and_is_saved_by_the_next()
    {
        await using SimulatedConfluence confluence = await StartAsync();
        _store.OnSave = () => throw new InvalidOperationException($"disk full while writing {confluence.Simulator.OAuth.RefreshToken}");

        AuthenticationException failure = await Assert.ThrowsAsync<AuthenticationException>(() => SearchAsync(confluence));
        Assert.Contains("could not save the new refresh token", failure.Message, StringComparison.Ordinal);
        Assert.Contains("kept in memory", failure.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("simulated-refresh", failure.ToString(), StringComparison.Ordinal);
        Assert.True(failure.IsTransient);
        Assert.DoesNotContain(confluence.Simulator.Requests, request => request.PathAndQuery != OAuthSetup.TokenPath);

        _store.OnSave = static () => { };
        await SearchAsync(confluence);

        Assert.Equal((1, 1), (confluence.TokenRequests(), _store.Saved.Count));
        Assert.Equal(confluence.Simulator.OAuth.RefreshToken, _store.Token);
    }

    [Fact]
    public async Task Row007_A_store_that_cannot_be_read_fails_the_call_before_any_token_is_spent()
    {
        await using SimulatedConfluence confluence = await StartAsync();
        _store.OnRead = static () => throw new TimeoutException();

        AuthenticationException failure = await Assert.ThrowsAsync<AuthenticationException>(() => SearchAsync(confluence));

        Assert.Contains("could not be read (TimeoutException)", failure.Message, StringComparison.Ordinal);
        Assert.Empty(confluence.Simulator.Requests);
    }

    [Fact]
    public async Task Row007_When_another_process_used_the_refresh_token_first_the_one_that_it_saved_is_tried()
    {
        await using SimulatedConfluence confluence = await StartAsync();
        _store.StaleReads.Enqueue(confluence.Simulator.OAuth.RefreshToken);
        _store.Token = confluence.Simulator.OAuth.RotateElsewhere();

        SearchPage page = await SearchAsync(confluence);

        Assert.NotEmpty(page.Hits);
        Assert.Equal(2, confluence.TokenRequests());
        Assert.Equal(confluence.Simulator.OAuth.RefreshToken, _store.Token);
    }

    [Fact]
    public async Task Row007_A_withdrawn_consent_asks_for_a_new_one_and_the_endpoint_is_left_alone()
    {
        await using SimulatedConfluence confluence = await StartAsync();
        IConfluenceClient client = confluence.Client;
        confluence.Simulator.OAuth.Revoke();

        AuthenticationException[] failures = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Assert.ThrowsAsync<AuthenticationException>(() => SearchAsync(confluence))));
        Assert.All(failures, failure => Assert.Contains("consent again", failure.Remedy, StringComparison.Ordinal));
        Assert.Equal(failures.Length, failures.Distinct().Count());
        Assert.Equal(1, confluence.TokenRequests());

        _clock.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<AuthenticationException>(() => SearchAsync(confluence));
        Assert.Equal(2, confluence.TokenRequests());

        _store.Token = confluence.Simulator.OAuth.RefreshToken; // a new consent
        await client.RefreshCredentialsAsync(Token);
        Assert.NotEmpty((await SearchAsync(confluence)).Hits);
    }

    [Fact]
    public async Task Row007_A_consent_that_is_withdrawn_meanwhile_is_found_once_and_costs_no_further_request()
    {
        await using SimulatedConfluence confluence = await StartAsync();
        await SearchAsync(confluence);
        confluence.Simulator.OAuth.Revoke();
        await Assert.ThrowsAsync<AuthenticationException>(() => SearchAsync(confluence));
        Assert.Equal(2, confluence.TokenRequests());
        confluence.Simulator.ClearRequests();

        await Assert.ThrowsAsync<AuthenticationException>(() => SearchAsync(confluence));

        Assert.Empty(confluence.Simulator.Requests);
    }

    [Fact]
    public async Task Row007_Without_any_refresh_token_nothing_is_sent()
    {
        await using SimulatedConfluence confluence = await OAuthSetup.StartAsync(_clock, _store, configure: o => o.OAuth.RefreshToken = null);

        AuthenticationException failure = await Assert.ThrowsAsync<AuthenticationException>(() => SearchAsync(confluence));

        Assert.Contains("offline_access", failure.Remedy, StringComparison.Ordinal);
        Assert.Empty(confluence.Simulator.Requests);
    }

    [Fact]
    public async Task Row007_A_service_account_signs_in_with_the_clients_own_credentials()
    {
        await using SimulatedConfluence confluence = await OAuthSetup.StartAsync(_clock, store: null, OAuthGrant.ClientCredentials);

        Assert.NotEmpty((await SearchAsync(confluence)).Hits);
        _clock.Advance(TimeSpan.FromMinutes(55));
        Assert.NotEmpty((await SearchAsync(confluence)).Hits);

        Assert.Equal(["grant_type=client_credentials", "grant_type=client_credentials"], confluence.Simulator.Requests.Where(r => r.PathAndQuery == OAuthSetup.TokenPath).Select(r => r.Body));
        Assert.Contains(confluence.Simulator.Requests, r => r is { PathAndQuery: "/_edge/tenant_info", HasCredentials: false });
    }

    [Fact]
    public async Task Row007_A_consent_that_does_not_cover_the_site_says_so()
    {
        await using SimulatedConfluence confluence = await OAuthSetup.StartAsync(_clock, _store, configure: o => o.BaseUrl = new($"http://localhost:{o.BaseUrl!.Port}"));

        PermissionException failure = await Assert.ThrowsAsync<PermissionException>(() => SearchAsync(confluence));

        Assert.Contains("covers 2 sites", failure.Message, StringComparison.Ordinal);
        Assert.Contains("CloudId", failure.Remedy, StringComparison.Ordinal);
    }

    private Task<SimulatedConfluence> StartAsync() => OAuthSetup.StartAsync(_clock, _store);

    private static Task<SearchPage> SearchAsync(SimulatedConfluence confluence, string words = "release") =>
        confluence.Client.SearchAsync(new(words), AccessContext.Service, Token).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
}
