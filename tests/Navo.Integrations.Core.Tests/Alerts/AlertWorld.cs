using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Alerts;
using Navo.Integrations.Core.Alerts.Sinks;
using Navo.Integrations.Core.Pipeline;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Core.Tests.Http;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Alerts;

/// <summary>Alerts on a fake clock, with a source whose figures a test sets beside those of the house.</summary>
internal sealed class AlertWorld : IDisposable
{
    public static readonly IntegrationName Wiki = new("wiki");

    private readonly ServiceProvider _services;

    public AlertWorld(Action<AlertOptions>? configure = null, Action<INavoIntegrationsBuilder>? build = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(Logs)));
        services.AddSingleton<IAlertSource>(Source);
        services.AddSingleton<IAlertSink>(Sink);
        INavoIntegrationsBuilder builder = services.AddNavoIntegrations();
        build?.Invoke(builder);
        builder.AddAlerts(configure ?? (static _ => { }));
        _services = services.BuildServiceProvider(validateScopes: true);
        Monitor = (AlertMonitor)_services.GetRequiredService<IAlertMonitor>();
    }

    public HttpClock Clock { get; } = new();

    public FakeLogCollector Logs { get; } = FakeLogCollector.Create(new FakeLogCollectorOptions());

    public ScriptedAlertSource Source { get; } = new();

    public RecordingAlertSink Sink { get; } = new();

    public AlertMonitor Monitor { get; }

    public IServiceProvider Services => _services;

    /// <summary>Sets the one figure of the source and evaluates, some time after the evaluation before.</summary>
    public IReadOnlyList<Alert> See(AlertRule rule, double value, TimeSpan? later = null, long? samples = null)
    {
        Source.Readings = [new(rule, Wiki, value) { Samples = samples }];
        return After(later ?? TimeSpan.Zero);
    }

    public IReadOnlyList<Alert> After(TimeSpan later)
    {
        Clock.Advance(later);
        return Monitor.Evaluate();
    }

    /// <summary>Makes calls through the waist.</summary>
    public async Task CallAsync(int times, Func<Exception>? failure = null, TimeSpan? duration = null)
    {
        IIntegrationPipeline pipeline = _services.GetRequiredService<IIntegrationPipelineFactory>().Create(Wiki, static () => new TestOptions());
        for (int i = 0; i < times; i++)
        {
            try
            {
                await pipeline.ExecuteAsync(Samples.Uncached, new IntegrationCall<SearchPage>(AccessContext.Service, _ => WorkAsync(failure, duration)), PipelineHarness.Token);
            }
            catch (IntegrationException)
            {
                continue;
            }
        }
    }

    public Task DrainAsync() => _services.GetRequiredService<AlertOutlets>().DrainAsync(PipelineHarness.Token).WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);

    public void Dispose() => _services.Dispose();

    private Task<SearchPage> WorkAsync(Func<Exception>? failure, TimeSpan? duration)
    {
        Clock.Advance(duration ?? TimeSpan.Zero);
        return failure is null ? Task.FromResult(Samples.Page("1")) : Task.FromException<SearchPage>(failure());
    }
}
