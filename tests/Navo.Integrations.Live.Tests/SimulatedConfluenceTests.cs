using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence;
using Navo.Integrations.Testing.Confluence;

namespace Navo.Integrations.Live.Tests;

/// <summary>The same scenarios at the simulator, and every request they send held against the vendor's description.</summary>
public abstract class SimulatedConfluenceTests(ConfluenceEdition edition, bool asService) : ConfluenceScenarios
{
    private ConfluenceSimulator? _simulator;

    protected override HealthState LeastHealth => HealthState.Healthy;

    protected override async ValueTask<Tenant> OpenAsync()
    {
        ConfluenceSimulator simulator = _simulator = await ConfluenceSimulator.StartAsync(new() { Edition = edition }, Deadline);
        return new Tenant(builder => builder.AddConfluence(options => Configure(options, simulator)), Reader(simulator.Account("ada")), "deploy");
    }

    protected override async ValueTask CloseAsync()
    {
        await using ConfluenceSimulator simulator = _simulator!;
        Specified.AssertAll(edition.ToString(), simulator.Requests);
    }

    private AccessContext Reader(SimulatorAccount account) => asService
        ? AccessContext.Service
        : AccessContext.ForUser(new PrincipalId(
            edition == ConfluenceEdition.DataCenter ? PrincipalSchemes.ConfluenceUserKey : PrincipalSchemes.AtlassianAccount, account.AccountId));

    private void Configure(ConfluenceOptions options, ConfluenceSimulator simulator)
    {
        options.BaseUrl = simulator.BaseUrl;
        options.Deployment = edition == ConfluenceEdition.DataCenter ? ConfluenceDeployment.DataCenter : ConfluenceDeployment.Cloud;
        options.Username = edition == ConfluenceEdition.DataCenter ? null : simulator.Username;
        options.ApiToken = simulator.ApiToken;
        options.Spaces = ["ENG", "DOCS", "RUNBOOKS"];
    }
}
