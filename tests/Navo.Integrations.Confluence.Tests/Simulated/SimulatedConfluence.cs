using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Contracts;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Simulated;

/// <summary>A simulated Confluence and a client on it, registered as a user would.</summary>
internal sealed class SimulatedConfluence : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly FakeTimeProvider? _time;

    private SimulatedConfluence(ConfluenceSimulator simulator, ConfluenceEdition edition, FakeTimeProvider? time, Action<ConfluenceOptions>? configure, Action<IServiceCollection>? register)
    {
        (Simulator, Edition, _time) = (simulator, edition, time);
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(time ?? TimeProvider.System);
        services.AddSingleton<IAuditSink>(Output);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Output));
        services.AddNavoIntegrations().AddConfluence(options =>
        {
            options.BaseUrl = simulator.BaseUrl;
            options.Deployment = edition == ConfluenceEdition.DataCenter ? ConfluenceDeployment.DataCenter : ConfluenceDeployment.Cloud;
            options.Username = edition == ConfluenceEdition.DataCenter ? null : simulator.Username;
            options.ApiToken = simulator.ApiToken;
            options.UseGateway = false;
            configure?.Invoke(options);
        });
        register?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public ConfluenceSimulator Simulator { get; }

    public ConfluenceEdition Edition { get; }

    public CapturedOutput Output { get; } = new();

    public IConfluenceClient Client => _services.GetRequiredService<IConfluenceClient>();

    public CacheInvalidation Events => _services.GetRequiredService<CacheInvalidation>();

    public IServiceProvider Services => _services;

    public IIntegrationMetrics Metrics => _services.GetRequiredService<IIntegrationMetrics>();

    public static async Task<SimulatedConfluence> StartAsync(ConfluenceEdition edition, FakeTimeProvider? time = null, Action<ConfluenceOptions>? configure = null, int? maxPageSize = null, Action<IServiceCollection>? services = null, Action<ConfluenceSimulator, ConfluenceOptions>? connect = null, ConfluenceSite? site = null)
    {
        ConfluenceSimulatorOptions options = new() { Edition = edition, TimeProvider = time ?? TimeProvider.System, MaxPageSize = maxPageSize, Site = site };
        ConfluenceSimulator simulator = await ConfluenceSimulator.StartAsync(options, TestContext.Current.CancellationToken);
        return new(simulator, edition, time, o =>
        {
            connect?.Invoke(simulator, o);
            configure?.Invoke(o);
        }, services);
    }

    public AccessContext Reader(string name) => Edition == ConfluenceEdition.DataCenter
        ? AccessContext.ForUser(new(PrincipalSchemes.ConfluenceUsername, name))
        : AccessContext.ForUser(new(PrincipalSchemes.AtlassianAccount, Simulator.Account(name).AccountId));

    public ContentId IdOf(string title) =>
        new(Content(title).Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public SimulatedContent Content(string title) => Simulator.Site.State.Contents.Values.Single(c => c.Title == title);

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
        Assert.Empty(gate.IsAvailable ? Simulator.Requests.SelectMany(r => gate.Violations(Edition.ToString(), r.Method, r.PathAndQuery, r.Body)).Distinct() : []);
    }
}
