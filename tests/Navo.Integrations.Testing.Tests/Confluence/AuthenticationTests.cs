using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Testing.Tests.Confluence;

public sealed class AuthenticationTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Row099_A_classic_token_works_on_the_site_and_is_refused_at_the_gateway_and_a_scoped_one_the_other_way_round()
    {
        await using var simulator = await Start(ConfluenceEdition.Cloud);
        using var site = new SimulatorClient(simulator, "ann");
        using var gateway = new SimulatorClient(simulator, "ann", simulator.GatewayUrl);

        Assert.Equal(200, await site.StatusAsync("wiki/api/v2/pages/101"));
        Assert.Equal(401, await gateway.StatusAsync("wiki/api/v2/pages/101"));
        site.UseBasic("ann@example.com", "scoped-ann");
        gateway.UseBasic("ann@example.com", "scoped-ann");
        Assert.Equal(401, await site.StatusAsync("wiki/api/v2/pages/101"));
        Assert.Equal(200, await gateway.StatusAsync("wiki/api/v2/pages/101"));
    }

    [Fact]
    public async Task Row099_The_tenant_information_needs_no_credentials()
    {
        await using var simulator = await Start(ConfluenceEdition.Cloud);
        using var nobody = new SimulatorClient(simulator, null);

        Assert.Equal(simulator.CloudId, (await nobody.GetAsync("_edge/tenant_info")).GetProperty("cloudId").GetString());
        Assert.Equal(401, await nobody.StatusAsync("wiki/rest/api/user/current"));
    }

    [Fact]
    public async Task Row099_A_wrong_personal_access_token_is_served_as_anonymous_when_anonymous_access_is_on()
    {
        await using var simulator = await Start(ConfluenceEdition.DataCenter, anonymous: true);
        using var client = new SimulatorClient(simulator, null);
        client.UseBearer("wrong");

        Assert.Equal("anonymous", (await client.GetAsync("rest/api/user/current")).GetProperty("type").GetString());
        Assert.Equal(200, await client.StatusAsync("rest/api/content/101"));
        client.UseBasic("ann", "wrong");
        Assert.Equal(401, await client.StatusAsync("rest/api/user/current"));
    }

    [Fact]
    public async Task Row099_A_wrong_personal_access_token_is_refused_when_anonymous_access_is_off()
    {
        await using var simulator = await Start(ConfluenceEdition.DataCenter);
        using var client = new SimulatorClient(simulator, null);
        client.UseBearer("wrong");

        Assert.Equal(401, await client.StatusAsync("rest/api/user/current"));
        client.UseBearer("pat-ann");
        Assert.Equal("key-ann", (await client.GetAsync("rest/api/user/current")).GetProperty("userKey").GetString());
    }

    [Fact]
    public async Task T08_Recorded_requests_tell_who_was_signed_in_but_not_how()
    {
        await using var simulator = await Start(ConfluenceEdition.Cloud);
        using var client = new SimulatorClient(simulator, "ann");
        await client.StatusAsync("wiki/api/v2/pages/101?body-format=storage");

        var request = Assert.Single(simulator.Requests);
        Assert.Equal("/wiki/api/v2/pages/101?body-format=storage", request.PathAndQuery);
        Assert.Equal("id-ann", request.AccountId);
        Assert.DoesNotContain("classic", request.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("classic", simulator.Account("ann").ToString(), StringComparison.Ordinal);
    }

    private Task<ConfluenceSimulator> Start(ConfluenceEdition edition, bool anonymous = false) => ConfluenceSimulator.StartAsync(
        new ConfluenceSimulatorOptions { Edition = edition, Site = SmallSite.Create(_clock, anonymous), TimeProvider = _clock },
        TestContext.Current.CancellationToken);
}
