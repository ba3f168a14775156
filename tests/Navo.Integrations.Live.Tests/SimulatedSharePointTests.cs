using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Integrations.Live.Tests;

/// <summary>The same scenarios at the simulator, and every request they send held against the vendor's description.</summary>
public abstract class SimulatedSharePointTests(AccessContext reader) : SharePointScenarios
{
    private GraphSimulator? _simulator;

    protected override HealthState LeastHealth => HealthState.Healthy;

    protected override async ValueTask<Tenant> OpenAsync()
    {
        GraphSimulator simulator = _simulator = await GraphSimulator.StartAsync(cancellationToken: Deadline);
        return new Tenant(builder => builder.AddSharePoint(options => Configure(options, simulator)), reader, "deployment");
    }

    protected override async ValueTask CloseAsync()
    {
        await using GraphSimulator simulator = _simulator!;
        Specified.AssertAll("Graph", simulator.Requests.Where(r => r.PathAndQuery.StartsWith("/v1.0/", StringComparison.Ordinal)));
    }

    private static void Configure(SharePointOptions options, GraphSimulator simulator)
    {
        options.GraphBaseUrl = simulator.GraphUrl;
        options.AuthorityHost = simulator.AuthorityUrl;
        options.TenantId = simulator.TenantId;
        options.ClientId = simulator.ClientId;
        options.ClientSecret = simulator.ClientSecret;
        options.Sites = ["engineering", "documentation"];
    }
}
