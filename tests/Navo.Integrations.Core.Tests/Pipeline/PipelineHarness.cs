using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.Core.Tests.Pipeline;

/// <summary>A pipeline on a fake clock, with everything that it writes collected.</summary>
internal sealed class PipelineHarness : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ServiceProvider _services;

    public PipelineHarness(
        IDistributedCache? shared = null, IAuditSink? sink = null, FakeTimeProvider? time = null, Action<IServiceCollection>? configure = null)
    {
        Time = time ?? new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(Logs)));
        if (shared is not null)
        {
            services.AddSingleton(shared);
        }

        services.AddSingleton(sink ?? Audit);
        configure?.Invoke(services);
        _services = services.AddIntegrationPipeline().BuildServiceProvider(validateScopes: true);
        Pipeline = PipelineOf("confluence");
    }

    public FakeTimeProvider Time { get; }

    public FakeLogCollector Logs { get; } = FakeLogCollector.Create(new FakeLogCollectorOptions());

    public RecordingAuditSink Audit { get; } = new();

    public TestOptions Options { get; } = new();

    public IIntegrationPipeline Pipeline { get; }

    public IServiceProvider Services => _services;

    public IIntegrationMetrics Metrics => _services.GetRequiredService<IIntegrationMetrics>();

    public IIntegrationCache Cache => _services.GetRequiredService<IIntegrationCache>();

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public IIntegrationPipeline PipelineOf(string name) =>
        _services.GetRequiredService<IIntegrationPipelineFactory>().Create(IntegrationName.Parse(name), () => Options);

    public void SetAudit(Action<AuditOptions> change) =>
        change(_services.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<AuditOptions>>().CurrentValue);

    public Task<SearchPage> SearchAsync(Func<CancellationToken, Task<SearchPage>> work, string text = "words", AccessContext? reader = null, CancellationToken? token = null) =>
        Pipeline.ExecuteAsync(Samples.Search, new IntegrationCall<SearchPage>(reader ?? Samples.Ann, work, text), token ?? Token).WaitAsync(Patience, Token);

    public void Dispose() => _services.Dispose();
}
