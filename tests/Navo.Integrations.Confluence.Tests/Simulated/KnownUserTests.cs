using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Confluence.Tests.Simulated;

/// <summary>A token that Data Center does not know must not pass for one that sees little.</summary>
public sealed class KnownUserTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row008_A_wrong_token_that_is_served_as_anonymous_is_an_error_and_not_a_short_answer()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.DataCenter, configure: o => o.ApiToken = "unknown-token");
        confluence.Simulator.Site.Change(site => site with { AllowsAnonymousAccess = true });

        AuthenticationException failure = await Assert.ThrowsAsync<AuthenticationException>(() => confluence.Client.SearchAsync(new("release"), AccessContext.Service, Token));
        IntegrationHealth health = await confluence.Client.CheckHealthAsync(Token);

        Assert.Contains("as anonymous", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ApiToken", failure.Remedy, StringComparison.Ordinal);
        Assert.Equal(HealthState.Unhealthy, health.Status);
        Assert.DoesNotContain(confluence.Simulator.Requests, request => request.PathAndQuery.Contains("/search", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row008_A_token_that_is_revoked_later_is_found_within_minutes()
    {
        FakeTimeProvider clock = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.DataCenter, clock);
        confluence.Simulator.Site.Change(site => site with { AllowsAnonymousAccess = true });
        await confluence.Client.SearchAsync(new("release"), AccessContext.Service, Token);
        await confluence.Client.SearchAsync(new("deployment"), AccessContext.Service, Token);
        Assert.Single(confluence.Simulator.Requests, request => request.PathAndQuery.Contains("/user/current", StringComparison.Ordinal));

        confluence.Simulator.Site.Change(site => site with { Users = site.Users.SetItem(site.Users.Values.First(u => u.IsAdministrator).AccountId, site.Users.Values.First(u => u.IsAdministrator) with { PersonalAccessToken = "another" }) });
        clock.Advance(TimeSpan.FromMinutes(5));

        await Assert.ThrowsAsync<AuthenticationException>(() => confluence.Client.SearchAsync(new("onboarding"), AccessContext.Service, Token));
    }

    [Fact]
    public async Task Row008_Without_anonymous_access_a_wrong_token_is_refused_as_such()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.DataCenter, configure: o => o.ApiToken = "unknown-token");

        await Assert.ThrowsAsync<AuthenticationException>(() => confluence.Client.SearchAsync(new("release"), AccessContext.Service, Token));
    }
}
