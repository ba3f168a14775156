using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Alerts;
using Navo.Integrations.Core.Health;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Alerts;

public sealed class AlertServiceTests
{
    [Fact]
    public async Task The_service_evaluates_by_itself_outlives_a_failure_and_passes_on_what_waits_when_it_ends()
    {
        TaskCompletionSource raised = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using AlertWorld world = new();
        using IDisposable subscription = world.Monitor.Subscribe(_ => raised.TrySetResult());
        IHostedService service = world.Services.GetServices<IHostedService>().OfType<AlertService>().Single();
        await service.StartAsync(PipelineHarness.Token);
        world.Source.Failure = new InvalidOperationException();
        Assert.Equal(TimeSpan.FromSeconds(30), await world.Clock.NextWaitAsync());
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.Clock.NextWaitAsync();

        world.Source.Failure = null;
        world.Source.Readings = [new(AlertRule.QuotaUsed, AlertWorld.Wiki, 1)];
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await raised.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        await service.StopAsync(PipelineHarness.Token);

        Assert.True(Assert.Single(world.Sink.Alerts).IsOpen);
    }

    [Fact]
    public void Adding_alerts_twice_adds_them_once()
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddAlerts().AddAlerts().AddHealthMonitor();

        Assert.Single(services, service => service.ServiceType == typeof(IAlertMonitor));
        Assert.Single(services, service => service.ServiceType == typeof(IHealthMonitor));
        Assert.Single(services, service => service.ImplementationType == typeof(AlertService));
        Assert.Single(services, service => service.ServiceType == typeof(HealthMonitor));
        Assert.Equal(2, services.Count(service => service.ServiceType == typeof(IHostedService)));
        Assert.Equal(2, services.Count(service => service.ServiceType == typeof(IAlertSink)));
    }
}
