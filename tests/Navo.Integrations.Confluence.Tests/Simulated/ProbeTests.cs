using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.Simulated;

public sealed class ProbeTests
{
    private const string ScopeMissing = """{"code":401,"message":"Unauthorized; scope does not match"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.CloudGateway)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task With_all_rights_everything_works_but_what_the_edition_lacks(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition);

        ConfluenceProbe probe = await confluence.Client.ProbeAsync(Token);

        string[] missing = [.. probe.Features.Where(f => f.Outcome != ProbeOutcome.Works).Select(f => $"{f.Name} {f.Outcome}")];
        Assert.Equal(edition == ConfluenceEdition.DataCenter ? ["views MissingLicense"] : [], missing);
        Assert.Equal(edition != ConfluenceEdition.DataCenter, probe.Features.All(f => f.Scopes.Count > 0));
        Assert.Empty(probe.ScopesToAskFor);
    }

    [Fact]
    public async Task A_missing_scope_is_named_and_the_other_features_are_tried_all_the_same()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.CloudGateway);
        confluence.Simulator.Faults.Add("/footer-comments", Fault.Status(401, ScopeMissing), times: int.MaxValue);
        confluence.Simulator.Faults.Add("/attachments", Fault.Status(403, """{"errors":[{"status":403,"code":"FORBIDDEN","title":"Not permitted"}]}"""), times: int.MaxValue);
        confluence.Simulator.Faults.Add("/versions", Fault.Status(500), times: int.MaxValue);
        confluence.Simulator.Faults.Add("/analytics", Fault.Status(403), times: int.MaxValue);

        ConfluenceProbe probe = await confluence.Client.ProbeAsync(Token);

        Dictionary<string, ProbeOutcome> outcomes = probe.Features.ToDictionary(f => f.Name, f => f.Outcome);
        Assert.Equal(
            (ProbeOutcome.MissingScope, ProbeOutcome.MissingRight, ProbeOutcome.Unavailable, ProbeOutcome.MissingLicense, ProbeOutcome.Works),
            (outcomes["comments"], outcomes["attachments"], outcomes["versions"], outcomes["views"], outcomes["spaces"]));
        Assert.Equal(["read:comment:confluence"], probe.ScopesToAskFor);
    }

    [Fact]
    public async Task Without_search_there_is_no_page_to_try_the_rest_on()
    {
        await using SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(ConfluenceEdition.CloudGateway);
        confluence.Simulator.Faults.Add("/rest/api/search", Fault.Status(401, ScopeMissing), times: int.MaxValue);

        ConfluenceProbe probe = await confluence.Client.ProbeAsync(Token);

        Assert.Equal(ProbeOutcome.MissingScope, probe.Features.Single(f => f.Name == "search").Outcome);
        Assert.Equal(ProbeOutcome.NotTried, probe.Features.Single(f => f.Name == "pages").Outcome);
        Assert.Equal(ProbeOutcome.Works, probe.Features.Single(f => f.Name == "spaces").Outcome);
    }
}
