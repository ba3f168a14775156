using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Health;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.Core.Tests.Pipeline;
using NSubstitute;

namespace Navo.Integrations.Core.Tests.Health;

public sealed class HealthMonitorTests
{
    [Fact]
    public async Task The_monitor_asks_at_its_interval_and_tells_what_changed_and_nothing_else()
    {
        using HealthWorld world = new();
        List<(HealthState?, HealthState)> heard = [];
        using IDisposable subscription = world.Monitor.Subscribe(change => heard.Add((change.Previous?.Status, change.Current.Status)));
        using IDisposable broken = world.Monitor.Subscribe(static _ => throw new InvalidOperationException("canary"));
        await world.StartAsync();
        await RoundAsync(world);
        await RoundAsync(world);
        world.State = HealthState.Unhealthy;
        await RoundAsync(world);
        await RoundAsync(world);
        world.State = HealthState.Healthy;
        await RoundAsync(world);
        await world.Clock.NextWaitAsync();

        Assert.Equal([(null, HealthState.Healthy), (HealthState.Healthy, HealthState.Unhealthy), (HealthState.Unhealthy, HealthState.Healthy)], heard);
        Assert.Equal(HealthState.Healthy, Assert.Single(world.Monitor.Latest).Status);
        Assert.Contains(world.Logs.GetSnapshot(), record => record.Message == "wiki is Unhealthy, was Healthy; 0 features are not whole.");
        Assert.DoesNotContain(world.Logs.GetSnapshot(), record => record.Message.Contains("canary", StringComparison.Ordinal));
        Assert.Equal(6, world.Asked.Count);
    }

    [Fact]
    public async Task Another_feature_in_trouble_is_a_change_though_the_whole_is_as_it_was()
    {
        using HealthWorld world = new();
        (world.State, world.Features) = (HealthState.Degraded, [new("quota", HealthState.Degraded, "low")]);
        await world.CheckAsync();
        List<HealthChange> heard = [];
        using IDisposable subscription = world.Monitor.Subscribe(heard.Add);
        world.Features = [new("quota", HealthState.Degraded, "lower")];
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        await world.CheckAsync();
        Assert.Empty(heard);

        world.Features = [new("model", HealthState.Degraded, "ends")];
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        await world.CheckAsync();
        Assert.Single(heard);
    }

    [Fact]
    public async Task Options_that_became_invalid_end_neither_the_monitor_nor_the_checks()
    {
        IConfigurationRoot root = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Navo:Integrations:Health:Interval", (string?)"00:01:00")]).Build();
        using HealthWorld world = new(builder => builder.AddSharedConfiguration(root));
        await world.CheckAsync();

        root["Navo:Integrations:Health:Interval"] = "00:00:00";
        Record.Exception(root.Reload);

        Assert.Single(await world.CheckAsync());
        Assert.Equal(HealthStatus.Healthy, (await world.ReportAsync("live")).Status);
        Assert.Equal(HealthStatus.Healthy, (await world.ReportAsync("ready")).Status);
    }

    [Fact]
    public async Task A_storm_of_probes_is_one_question_at_the_source()
    {
        using HealthWorld world = new();
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Gate = gate.Task;
        HealthBook book = world.Services.GetRequiredService<HealthBook>();
        Task<IntegrationHealth>[] probes = [.. Enumerable.Range(0, 50).Select(_ => book.AskAsync(world.Integration, PipelineHarness.Token))];
        gate.SetResult();
        await Task.WhenAll(probes).WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        await world.CheckAsync();
        await world.ReportAsync("ready");
        Assert.Single(world.Asked);

        world.Clock.Advance(TimeSpan.FromSeconds(5));
        await world.ReportAsync("ready");
        Assert.Equal(2, world.Asked.Count);
    }

    [Fact]
    public async Task One_who_leaves_does_not_end_the_question_of_the_others()
    {
        using HealthWorld world = new();
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Gate = gate.Task;
        using CancellationTokenSource leaving = new();
        Task<IReadOnlyCollection<IntegrationHealth>> first = world.Monitor.CheckAsync(leaving.Token);
        Task<IReadOnlyCollection<IntegrationHealth>> second = world.CheckAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token));
        gate.SetResult();

        Assert.Equal(HealthState.Healthy, Assert.Single(await second).Status);
        Assert.Single(world.Asked);
    }

    [Fact]
    public async Task Sources_decide_about_readiness_and_never_about_liveness()
    {
        using HealthWorld world = new();
        world.State = HealthState.Unhealthy;

        Assert.Equal((HealthStatus.Unhealthy, 2), ((await world.ReportAsync("ready")).Status, (await world.ReportAsync("ready")).Entries.Count));
        Assert.Equal((HealthStatus.Healthy, 1), ((await world.ReportAsync("live")).Status, (await world.ReportAsync("live")).Entries.Count));
    }

    [Fact]
    public async Task A_monitor_that_stands_still_fails_liveness()
    {
        using HealthWorld world = new();
        using ManualResetEventSlim released = new();
        TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using IDisposable subscription = world.Monitor.Subscribe(_ =>
        {
            entered.TrySetResult();
            released.Wait(PipelineHarness.Patience, PipelineHarness.Token);
        });
        await world.StartAsync();
        await entered.Task.WaitAsync(PipelineHarness.Patience, PipelineHarness.Token);
        world.Clock.Advance(TimeSpan.FromSeconds(210));
        Assert.Equal(HealthStatus.Healthy, (await world.ReportAsync("live")).Status);

        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HealthStatus.Unhealthy, (await world.ReportAsync("live")).Status);
        released.Set();
    }

    [Fact]
    public async Task The_report_tells_of_breaker_quota_sync_subscriptions_and_ends()
    {
        IContentSyncService service = Substitute.For<IContentSyncService>();
        using HealthWorld world = new(builder => builder.Services.AddSingleton(new ContentSyncRegistration(HealthWorld.Wiki)).AddKeyedSingleton("wiki", service));
        DateTimeOffset now = world.Clock.GetUtcNow();
        service.Status.Returns(new ContentSyncStatus(HealthWorld.Wiki)
        {
            InStepSince = now.AddMinutes(-10),
            NextDue = now.AddHours(1),
            LastError = new UnavailableException("canary"),
            Subscriptions = new() { Alive = 3, FirstExpiry = now.AddDays(2) },
        });
        world.Services.GetRequiredService<BreakerBoard>().Opened(HealthWorld.Wiki, new(), TimeSpan.FromSeconds(15));
        world.Services.GetRequiredService<QuotaBoard>().UsedUp(HealthWorld.Wiki, TimeSpan.FromMinutes(1));
        world.Features = [new("model", HealthState.Healthy, "there") { EndsAt = now.AddDays(9) }];

        IReadOnlyDictionary<string, object> data = (await world.ReportAsync("ready")).Entries["navo-integrations:wiki"].Data;

        Assert.Equal(("open", 0.0, 600.0), (data["breaker"], data["quota_left"], data["sync_lag_s"]));
        Assert.Equal(("UnavailableException", now.AddHours(1)), (data["sync_error"], data["sync_next_due"]));
        Assert.Equal((3, now.AddDays(2), now.AddDays(9)), (data["subscriptions_alive"], data["subscription_expiry"], data["feature.model.ends_at"]));
        Assert.Equal("open", (await world.ReportAsync("ready")).Entries["navo-integrations"].Data["wiki.breaker"]);
    }

    [Theory]
    [InlineData("Interval", 4, 10, 5)]
    [InlineData("Timeout", 60, 0, 5)]
    [InlineData("KeepFor", 60, 10, 301)]
    public void A_value_out_of_bounds_is_refused_by_its_key(string key, int interval, int timeout, int keepFor)
    {
        HealthMonitorOptions options = new() { Interval = TimeSpan.FromSeconds(interval), Timeout = TimeSpan.FromSeconds(timeout), KeepFor = TimeSpan.FromSeconds(keepFor) };

        Assert.StartsWith($"Navo:Integrations:Health:{key} must be", Assert.Single(new HealthMonitorOptionsRules().Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    /// <summary>Waits until the round is over and lets the next one begin.</summary>
    private static async Task RoundAsync(HealthWorld world) => world.Clock.Advance(await world.Clock.NextWaitAsync());
}
