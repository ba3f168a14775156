using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Tests.Pipeline;
using NSubstitute;

namespace Navo.Integrations.Core.Tests.Health;

public sealed class HealthCheckTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(HealthState.Healthy, HealthStatus.Healthy)]
    [InlineData(HealthState.Degraded, HealthStatus.Degraded)]
    [InlineData(HealthState.Unhealthy, HealthStatus.Unhealthy)]
    public async Task One_integration_is_reported_with_what_is_known_about_it(HealthState state, HealthStatus expected)
    {
        HealthReportEntry entry = await CheckAsync("navo-integrations:confluence", Integration("confluence", state));

        Assert.Equal(expected, entry.Status);
        Assert.Equal("found", entry.Description);
        Assert.Equal(120d, entry.Data["response_time_ms"]);
        Assert.Equal(DateTimeOffset.UnixEpoch, entry.Data["last_check"]);
        Assert.Equal("Degraded: missing scope", entry.Data["feature.search"]);
    }

    [Fact]
    public async Task All_together_are_as_bad_as_the_worst()
    {
        HealthReportEntry entry = await CheckAsync(
            "navo-integrations", Integration("confluence", HealthState.Healthy), Integration("sharepoint", HealthState.Degraded));

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Equal("sharepoint: found", entry.Description);
        Assert.Equal("Healthy", entry.Data["confluence.status"]);
        Assert.Equal("Degraded", entry.Data["sharepoint.status"]);
    }

    [Fact]
    public async Task One_that_throws_or_hangs_is_unhealthy_and_does_not_hold_up_the_others()
    {
        IIntegration hanging = Integration("hanging", HealthState.Healthy);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hanging.CheckHealthAsync(Arg.Any<CancellationToken>()).Returns(_ =>
        {
            asked.SetResult();
            return new TaskCompletionSource<IntegrationHealth>().Task;
        });
        IIntegration throwing = Integration("throwing", HealthState.Healthy);
        throwing.CheckHealthAsync(Arg.Any<CancellationToken>()).Returns<IntegrationHealth>(_ => throw new InvalidOperationException("canary"));

        Task<HealthReportEntry> check = CheckAsync("navo-integrations", throwing, Integration("confluence", HealthState.Healthy), hanging);
        await asked.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        _time.Advance(TimeSpan.FromSeconds(10));
        HealthReportEntry entry = await check.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains("hanging: It did not say how it is within 10 s.", entry.Description, StringComparison.Ordinal);
        Assert.Contains("throwing: It could not say how it is (InvalidOperationException).", entry.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", entry.Description, StringComparison.Ordinal);
        Assert.Equal("Healthy", entry.Data["confluence.status"]);
    }

    [Fact]
    public async Task A_name_that_is_not_registered_is_unhealthy_and_says_so()
    {
        HealthReportEntry entry = await CheckAsync("navo-integrations:confluence", Integration("sharepoint", HealthState.Healthy));
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains("'confluence'", entry.Description, StringComparison.Ordinal);
    }

    private async Task<HealthReportEntry> CheckAsync(string check, params IIntegration[] integrations)
    {
        IIntegrationCatalog catalog = Substitute.For<IIntegrationCatalog>();
        catalog.GetEnumerator().Returns(_ => integrations.AsEnumerable().GetEnumerator());
        catalog.TryGet(Arg.Any<string>(), out Arg.Any<IIntegration?>()).Returns(call =>
        {
            call[1] = integrations.SingleOrDefault(one => one.Name.ToString() == call.ArgAt<string>(0));
            return call[1] is not null;
        });
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton(catalog);
        services.AddHealthChecks().AddNavoIntegrations().AddNavoIntegrations("confluence");
        await using ServiceProvider provider = services.BuildServiceProvider();

        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(one => one.Name == check, PipelineHarness.Token);
        return report.Entries[check];
    }

    private static IIntegration Integration(string name, HealthState state)
    {
        IIntegration integration = Substitute.For<IIntegration>();
        integration.Name.Returns(IntegrationName.Parse(name));
        integration.CheckHealthAsync(Arg.Any<CancellationToken>()).Returns(new IntegrationHealth
        {
            Integration = IntegrationName.Parse(name),
            Status = state,
            ResponseTime = TimeSpan.FromMilliseconds(120),
            LastCheck = DateTimeOffset.UnixEpoch,
            Description = "found",
            Features = [new FeatureHealth("search", HealthState.Degraded, "missing scope", "grant it")],
        });
        return integration;
    }
}
