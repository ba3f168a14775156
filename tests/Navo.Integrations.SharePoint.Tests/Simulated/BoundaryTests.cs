using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>A configured site that can't be found any more.</summary>
public sealed class BoundaryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(404, "itemNotFound")]
    [InlineData(403, "accessDenied")]
    public async Task Row027_a_configured_site_that_is_gone_or_refused_keeps_no_other_back(int status, string code)
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (s, o) => o.Sites = [s.Tenant.SiteId("launch"), s.Tenant.SiteId("documentation")]);
        Lose(sharePoint, "launch", status, code);
        ISharePointClient client = sharePoint.Client;
        SearchPage page = await client.SearchDocumentsAsync(new(Kql.Raw("release OR deployment")), AccessContext.Service, Token);
        Assert.NotEmpty(page.Hits);
        Assert.All(page.Hits, hit => Assert.Equal("https://contoso.sharepoint.com/sites/documentation", hit.Container!.Key));
        ContentId inside = page.Hits[0].Id;
        Assert.Equal(inside, (await client.GetMetadataAsync(inside, AccessContext.Service, Token)).Id);
        Assert.Equal(PermissionOutcome.Allow, (await client.CheckPermissionsAsync(inside, AccessContext.Service, Token)).Outcome);
        Assert.NotEqual(PermissionReason.NotFoundOrNotVisible, (await client.CheckPermissionsAsync(inside, SimulatedSharePoint.Reader("ben"), Token)).Reason);
        Assert.Equal(PermissionReason.OutsideConfiguredScope, (await client.CheckPermissionsAsync(sharePoint.IdOf("Deployment process.md"), AccessContext.Service, Token)).Reason);
    }

    [Theory]
    [InlineData(404, "itemNotFound")]
    [InlineData(403, "accessDenied")]
    public async Task Row027_without_any_configured_site_that_can_be_found_nothing_lies_within(int status, string code)
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (s, o) => o.Sites = [s.Tenant.SiteId("launch")]);
        Lose(sharePoint, "launch", status, code);
        PermissionException refused = await Assert.ThrowsAsync<PermissionException>(() => sharePoint.Client.SearchDocumentsAsync(new(Kql.Raw("release OR deployment")), AccessContext.Service, Token));
        Assert.Contains("Sites", refused.Remedy, StringComparison.Ordinal);
        await Assert.ThrowsAsync<PermissionException>(() => sharePoint.Client.SearchAsync(new("deployment"), SimulatedSharePoint.Reader("ben"), Token));
        await Assert.ThrowsAsync<NotFoundException>(() => sharePoint.Client.GetContentAsync(sharePoint.IdOf("Deployment process.md"), AccessContext.Service, Token));
        Assert.DoesNotContain(sharePoint.Simulator.Requests, request => request.PathAndQuery == "/v1.0/search/query");
    }

    [Fact]
    public async Task Row027_a_readers_own_token_does_not_narrow_the_boundary_for_others()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (s, o) =>
        {
            o.Sites = [s.Tenant.SiteId("launch-secret"), s.Tenant.SiteId("engineering")];
            o.UseUserAssertions((user, _) => new(s.AssertionOf(user.Value)));
        });
        await sharePoint.Client.SearchAsync(new("deployment"), SimulatedSharePoint.Reader("ben"), Token);
        SearchPage page = await sharePoint.Client.SearchDocumentsAsync(new(Kql.Raw("pricing")), AccessContext.Service, Token);
        Assert.Contains(page.Hits, hit => hit.Container!.Key.EndsWith("/launch-secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row019_a_site_that_is_gone_is_one_degraded_feature_under_its_configured_name()
    {
        await using SimulatedSharePoint sharePoint = await SimulatedSharePoint.StartAsync(configure: (s, o) => o.Sites = [s.Tenant.SiteId("launch"), "engineering"]);
        Lose(sharePoint, "launch", 404, "itemNotFound");
        IntegrationHealth health = await sharePoint.Client.CheckHealthAsync(Token);
        Assert.Equal(HealthState.Healthy, health.Features.Single(feature => feature.Name == "reachability").Status);
        Assert.Equal(HealthState.Degraded, health.Features.Single(feature => feature.Name == $"site {sharePoint.Tenant.SiteId("launch")}").Status);
        Assert.Equal(HealthState.Healthy, health.Features.Single(feature => feature.Name == "site engineering").Status);
    }

    private static void Lose(SimulatedSharePoint sharePoint, string site, int status, string code) =>
        sharePoint.Simulator.Faults.Add(sharePoint.Tenant.SiteId(site).Split(',')[2], GraphFaults.Error(status, code), times: int.MaxValue);
}
