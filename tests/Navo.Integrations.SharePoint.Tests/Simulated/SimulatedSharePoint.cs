using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Contracts;
using Navo.Integrations.Testing.SharePoint;

namespace Navo.Integrations.SharePoint.Tests.Simulated;

/// <summary>A simulated Graph and a client on it, registered as a user would.</summary>
internal sealed class SimulatedSharePoint : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly FakeTimeProvider? _time;

    private SimulatedSharePoint(GraphSimulator simulator, FakeTimeProvider? time, Action<GraphSimulator, SharePointOptions>? configure, Action<IServiceCollection>? register)
    {
        (Simulator, _time) = (simulator, time);
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(time ?? TimeProvider.System);
        services.AddSingleton<IAuditSink>(Output);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Output));
        services.AddNavoIntegrations().AddTextExtraction().AddSharePoint(options =>
        {
            options.GraphBaseUrl = simulator.GraphUrl;
            options.AuthorityHost = simulator.AuthorityUrl;
            options.TenantId = simulator.TenantId;
            options.ClientId = simulator.ClientId;
            options.ClientSecret = simulator.ClientSecret;
            options.ResourceUnitsPerMinute = 0;
            configure?.Invoke(simulator, options);
        });
        register?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public GraphSimulator Simulator { get; }

    public GraphTenant Tenant => Simulator.Tenant;

    public CapturedOutput Output { get; } = new();

    public IServiceProvider Services => _services;

    public ISharePointClient Client => _services.GetRequiredService<ISharePointClient>();

    public static async Task<SimulatedSharePoint> StartAsync(
        FakeTimeProvider? time = null,
        Action<GraphSimulator, SharePointOptions>? configure = null,
        GraphSimulatorOptions? simulator = null,
        Action<IServiceCollection>? services = null)
    {
        GraphSimulatorOptions options = (simulator ?? new()) with { TimeProvider = time ?? TimeProvider.System };
        return new(await GraphSimulator.StartAsync(options, TestContext.Current.CancellationToken), time, configure, services);
    }

    public static AccessContext Reader(string name) => AccessContext.ForUser(new(PrincipalSchemes.EntraObject, GraphTenant.Person(name)));

    public ContentId IdOf(string name)
    {
        Testing.SharePoint.Model.GraphItem item = Tenant.Find(name);
        return new($"drives/{item.DriveId}/items/{item.Id}");
    }

    public ContentId SiteIdOf(string name) => new($"sites/{Tenant.SiteId(name)}");

    public async ValueTask DisposeAsync()
    {
        await Disposal.RunAsync(_services, _time);
        await Simulator.DisposeAsync();
        Output.Dispose();
        AssertContract();
    }

    /// <summary>Every request of every test is one that the vendor describes; without the descriptions the gate's own tests say that they are absent.</summary>
    private void AssertContract()
    {
        SpecificationGate gate = SpecificationGate.Default;
        Assert.Empty(gate.IsAvailable ? Simulator.Requests.Where(r => r.PathAndQuery.StartsWith("/v1.0/", StringComparison.Ordinal)).SelectMany(r => gate.Violations("Graph", r.Method, r.PathAndQuery, r.Body)).Distinct() : []);
    }
}
