using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Testing.Tests.Confluence;

public sealed class RightsTests
{
    private const string Check = "wiki/rest/api/content/103/permission/check";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("ann", 200)]
    [InlineData("bob", 404)]
    public async Task Row099_A_page_below_a_restricted_one_is_absent_for_those_who_do_not_pass(string reader, int status)
    {
        await using var cloud = await Start(ConfluenceEdition.Cloud);
        await using var dataCenter = await Start(ConfluenceEdition.DataCenter);
        using var inCloud = new SimulatorClient(cloud, reader);
        using var inDataCenter = new SimulatorClient(dataCenter, reader);

        Assert.Equal(status, await inCloud.StatusAsync("wiki/api/v2/pages/103"));
        Assert.Equal(status, await inDataCenter.StatusAsync("rest/api/content/103"));
        Assert.Equal(status is 200, (await inCloud.TitlesAsync("text ~ bonus")).Count == 1);
    }

    [Fact]
    public async Task Row099_Only_an_administrator_checks_the_permission_of_others()
    {
        await using var simulator = await Start(ConfluenceEdition.Cloud);
        using var admin = new SimulatorClient(simulator, "admin");
        using var ann = new SimulatorClient(simulator, "ann");

        Assert.True((await admin.PostAsync(Check, Body("id-ann"))).Body.GetProperty("hasPermission").GetBoolean());
        Assert.False((await admin.PostAsync(Check, Body("id-bob"))).Body.GetProperty("hasPermission").GetBoolean());
        Assert.Equal(403, (await ann.PostAsync(Check, Body("id-bob"))).Status);
        Assert.Equal(200, (await ann.PostAsync(Check, Body("id-ann"))).Status);
    }

    [Fact]
    public async Task Row099_Lifting_a_restriction_shows_at_once_and_makes_no_new_version()
    {
        await using var simulator = await Start(ConfluenceEdition.Cloud);
        using var bob = new SimulatorClient(simulator, "bob");
        simulator.Site.Restrict(SmallSite.Restricted, null);

        var page = await bob.GetAsync("wiki/api/v2/pages/102");
        Assert.Equal(1, page.GetProperty("version").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task Row099_Data_center_lists_inherited_restrictions_and_transitive_groups()
    {
        await using var simulator = await Start(ConfluenceEdition.DataCenter);
        using var ann = new SimulatorClient(simulator, "ann");

        var relevant = await ann.GetAsync("rest/api/content/103/restriction/relevantViewRestrictions");
        var entry = Assert.Single(relevant.GetProperty("viewContentRestrictions").GetProperty("results").EnumerateArray());
        Assert.Equal("102", entry.GetProperty("content").GetProperty("id").GetString());
        var groups = await ann.GetAsync("rest/api/user/memberof?username=ann");
        Assert.Equal(["everybody", "insiders"], groups.GetProperty("results").EnumerateArray().Select(g => g.GetProperty("name").GetString()!));
        Assert.Equal(403, await ann.StatusAsync("rest/api/space/ENG/permissions"));
    }

    private static string Body(string accountId) =>
        $$"""{"subject":{"type":"user","identifier":"{{accountId}}"},"operation":"read"}""";

    private Task<ConfluenceSimulator> Start(ConfluenceEdition edition) => ConfluenceSimulator.StartAsync(
        new ConfluenceSimulatorOptions { Edition = edition, Site = SmallSite.Create(_clock), TimeProvider = _clock },
        TestContext.Current.CancellationToken);
}
