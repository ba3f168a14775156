using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Contracts;
using Navo.Integrations.Testing.InMemory;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.EnterpriseGpt.Tests.Simulated;

/// <summary>A simulated OpenAI and a client on it, registered as a user would, with an integration in memory as the origin of stamped files.</summary>
internal sealed class SimulatedGpt : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly FakeTimeProvider? _time;

    private SimulatedGpt(OpenAiSimulator simulator, FakeTimeProvider? time, Action<OpenAiSimulator, EnterpriseGptOptions>? configure, Action<IServiceCollection>? register)
    {
        (Simulator, _time) = (simulator, time);
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(time ?? TimeProvider.System);
        services.AddSingleton<IAuditSink>(Output);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Output));
        services.AddNavoIntegrations()
            .AddIntegration<IIntegration>(Origin.Name, _ => Origin)
            .AddEnterpriseGpt(options =>
            {
                options.BaseUrl = simulator.BaseUrl;
                options.ApiKey = simulator.ApiKey;
                options.OrganizationId = simulator.OrganizationId;
                options.ProjectId = simulator.ProjectId;
                configure?.Invoke(simulator, options);
            });
        register?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public static AccessContext Ada { get; } = AccessContext.ForUser(new("memory", "ada"));

    public static AccessContext Ben { get; } = AccessContext.ForUser(new("memory", "ben"));

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public OpenAiSimulator Simulator { get; }

    public OpenAiOrganization Organization => Simulator.Organization;

    public InMemoryIntegration Origin { get; } = new();

    public CapturedOutput Output { get; } = new();

    public IServiceProvider Services => _services;

    public IEnterpriseGptClient Client => _services.GetRequiredService<IEnterpriseGptClient>();

    public static async Task<SimulatedGpt> StartAsync(
        FakeTimeProvider? time = null,
        Action<OpenAiSimulator, EnterpriseGptOptions>? configure = null,
        OpenAiSimulatorOptions? simulator = null,
        Action<IServiceCollection>? services = null)
    {
        OpenAiSimulatorOptions options = (simulator ?? new()) with { TimeProvider = time ?? TimeProvider.System };
        return new(await OpenAiSimulator.StartAsync(options, Token), time, configure, services);
    }

    /// <summary>A clock at a day on which prices and models are known.</summary>
    public static FakeTimeProvider ClockAt(int year, int month, int day) => new(new(year, month, day, 8, 0, 0, TimeSpan.Zero));

    /// <summary>Waits for a call, driving the clock in steps.</summary>
    public async Task<T> FinishAsync<T>(Task<T> call, TimeSpan? step = null)
    {
        await DrivenClock.FinishAsync(_time, call, step ?? TimeSpan.FromSeconds(1), pause: 10);
        return await call;
    }

    /// <summary>How many requests a path has had.</summary>
    public int Count(string path) => Simulator.Requests.Count(request => request.PathAndQuery.Contains(path, StringComparison.Ordinal));

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
        Assert.Empty(gate.IsAvailable ? Simulator.Requests.SelectMany(r => gate.Violations("OpenAi", r.Method, r.PathAndQuery, r.Body)).Distinct() : []);
    }
}
