using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Health;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Core.Tests.Http;
using Navo.Integrations.Core.Tests.Pipeline;
using NSubstitute;
using HealthReport = Microsoft.Extensions.Diagnostics.HealthChecks.HealthReport;

namespace Navo.Integrations.Core.Tests.Health;

/// <summary>A health monitor and health checks on a fake clock, over one integration whose state a test sets.</summary>
internal sealed class HealthWorld : IDisposable
{
    public static readonly IntegrationName Wiki = new("wiki");
    private readonly ServiceProvider _services;

    public HealthWorld(Action<INavoIntegrationsBuilder>? build = null)
    {
        Integration.Name.Returns(Wiki);
        Integration.CheckHealthAsync(Arg.Any<CancellationToken>()).Returns(call => AnswerAsync(call.Arg<CancellationToken>()));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(Logs)));
        INavoIntegrationsBuilder builder = services.AddNavoIntegrations().AddIntegration(Wiki, _ => Integration).AddHealthMonitor();
        services.AddHealthChecks().AddNavoIntegrations().AddNavoIntegrations("wiki").AddNavoIntegrationsLiveness();
        build?.Invoke(builder);
        _services = services.BuildServiceProvider(validateScopes: true);
        Monitor = _services.GetRequiredService<HealthMonitor>();
    }

    public HttpClock Clock { get; } = new();

    public FakeLogCollector Logs { get; } = FakeLogCollector.Create(new FakeLogCollectorOptions());

    public IIntegration Integration { get; } = Substitute.For<IIntegration>();

    public HealthMonitor Monitor { get; }

    public HealthState State { get; set; } = HealthState.Healthy;

    public IReadOnlyList<FeatureHealth> Features { get; set; } = [];

    /// <summary>What an answer waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>One for each question that came.</summary>
    public ConcurrentQueue<DateTimeOffset> Asked { get; } = new();

    public IServiceProvider Services => _services;

    public Task<IReadOnlyCollection<IntegrationHealth>> CheckAsync() => Monitor.CheckAsync(PipelineHarness.Token).WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);

    public Task<HealthReport> ReportAsync(string tag) =>
        _services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains(tag), PipelineHarness.Token).WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);

    public Task StartAsync() => ((IHostedService)Monitor).StartAsync(PipelineHarness.Token);

    public void Dispose() => _services.Dispose();

    private async Task<IntegrationHealth> AnswerAsync(CancellationToken cancellationToken)
    {
        Asked.Enqueue(Clock.GetUtcNow());
        await Gate.WaitAsync(cancellationToken);
        return new() { Integration = Wiki, Status = State, ResponseTime = TimeSpan.Zero, LastCheck = Clock.GetUtcNow(), Description = "found", Features = Features };
    }
}
