using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Alerts;
using Navo.Integrations.Core.Alerts.Readings;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Sync;
using Navo.Integrations.Core.Telemetry;
using Navo.Integrations.Core.Tests.Http;
using NSubstitute;

namespace Navo.Integrations.Core.Tests.Alerts;

/// <summary>Where the figures come from: what the waist, the HTTP handlers, the syncs and health know.</summary>
public sealed class AlertSourceTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Calls_that_fail_raise_an_alert_that_ends_when_the_window_has_none_of_them()
    {
        using AlertWorld world = new();
        await world.CallAsync(15);
        await world.CallAsync(5, static () => new UnavailableException("canary"));
        Assert.Empty(world.After(TimeSpan.Zero));

        Alert alert = Assert.Single(world.After(Minute));
        Assert.Equal((AlertRule.ErrorRate, 0.25), (alert.Rule, alert.Value));
        Assert.Equal("wiki: 25 % of the calls fail; the threshold is 20 %.", alert.Summary);

        Assert.Empty(world.After(4 * Minute)); // out of the window; over when that lasts
        Assert.False(Assert.Single(world.After(2 * Minute)).IsOpen);
    }

    [Fact]
    public async Task What_answers_the_caller_is_no_failure_and_too_few_are_none_either()
    {
        using AlertWorld world = new();
        await world.CallAsync(10, static () => new NotFoundException("gone"));
        await world.CallAsync(10, static () => new PermissionException("no"));
        await world.CallAsync(10, static () => new InvalidQueryException("what"));
        await world.CallAsync(10, static () => new BudgetExceededException("spent"));
        Assert.Empty(world.After(TimeSpan.Zero).Concat(world.After(Minute)));

        using AlertWorld few = new();
        await few.CallAsync(19, static () => new UnavailableException("down"));
        Assert.Empty(few.After(TimeSpan.Zero).Concat(few.After(Minute)));
    }

    [Fact]
    public async Task Refused_credentials_are_one_alert_and_no_error_rate_beside_it()
    {
        using AlertWorld world = new();
        await world.CallAsync(2, static () => new AuthenticationException("canary"));
        Assert.Empty(world.After(TimeSpan.Zero));
        await world.CallAsync(30, static () => new AuthenticationException("canary"));

        Assert.Equal(AlertRule.AuthenticationFailures, Assert.Single(world.After(TimeSpan.Zero).Concat(world.After(Minute))).Rule);
        Assert.DoesNotContain("canary", world.Monitor.Open[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slow_calls_raise_an_alert_by_the_duration_that_95_of_100_stay_within()
    {
        using AlertWorld world = new(static options => options.ResponseTime.RaiseAfter = TimeSpan.Zero);
        await world.CallAsync(96, duration: TimeSpan.FromMilliseconds(10));
        await world.CallAsync(4, duration: TimeSpan.FromSeconds(20));
        Assert.Empty(world.After(TimeSpan.Zero));
        await world.CallAsync(4, duration: TimeSpan.FromSeconds(20));

        Alert alert = Assert.Single(world.After(TimeSpan.Zero));
        Assert.Equal(AlertRule.ResponseTime, alert.Rule);
        Assert.InRange(alert.Value, 19, 21);
    }

    [Fact]
    public void The_window_holds_a_bounded_number_of_slices_however_often_it_is_looked_at()
    {
        HttpClock clock = new();
        OperationStatistics statistics = new();
        RollingCalls calls = new(statistics, CallFigures.None, clock);
        for (int second = 0; second < 600; second++)
        {
            statistics.RecordSuccess(TimeSpan.FromMilliseconds(5));
            clock.Advance(TimeSpan.FromSeconds(1));
            calls.Within(5 * Minute);
        }

        Assert.InRange(calls.Slices, 1, RollingCalls.MostSlices + 1);
        Assert.InRange(calls.Within(5 * Minute).Calls, 285, 315);
        clock.Advance(6 * Minute);
        Assert.Equal((0, 0), (calls.Within(5 * Minute).Calls, calls.Slices));
    }

    [Fact]
    public async Task An_open_breaker_is_known_until_it_closes_or_nobody_asks_any_more()
    {
        BreakerBoard? board = null;
        HttpStatusCode status = HttpStatusCode.BadGateway;
        using HttpHarness harness = new(
            (_, _, _) => Task.FromResult(Answers.Json(status: status)),
            setup => (setup.Options.MaxRetryAttempts, setup.Services) = (0, services => services.AddSingleton(sp => board = new(sp.GetRequiredService<TimeProvider>()))));
        for (int i = 0; i < harness.Options.BreakerMinimumThroughput; i++)
        {
            await Assert.ThrowsAsync<UnavailableException>(() => harness.GetAsync());
        }

        Assert.Equal(1, board!.Open()[AlertWorld.Wiki]);
        harness.Clock.Advance(harness.Options.BreakDuration);
        status = HttpStatusCode.OK;
        using HttpResponseMessage probe = await harness.GetAsync();
        Assert.Empty(board.Open());

        board.Opened(AlertWorld.Wiki, new(), TimeSpan.FromSeconds(15));
        harness.Clock.Advance(TimeSpan.FromSeconds(15) + (15 * Minute));
        Assert.Empty(board.Open());
    }

    [Theory]
    [InlineData("RateLimit-Limit", "RateLimit-Remaining")]
    [InlineData("X-RateLimit-Limit", "X-RateLimit-Remaining")]
    public async Task What_an_answer_says_of_the_quota_counts_for_a_minute(string limit, string remaining)
    {
        QuotaBoard? board = null;
        using HttpHarness harness = new(
            (_, _, _) => Task.FromResult(Answers.Status(HttpStatusCode.OK, (limit, "1200"), (remaining, "60"))),
            setup => setup.Services = services => services.AddSingleton(sp => board = new(sp.GetRequiredService<TimeProvider>())));
        using HttpResponseMessage answer = await harness.GetAsync();

        Assert.Equal(0.95, Assert.Single(new WireReadings(new(harness.Clock), board!).Read()).Value);
        harness.Clock.Advance(Minute);
        Assert.Empty(board!.Left());
    }

    [Fact]
    public void A_refusal_for_the_limit_uses_the_quota_up_until_the_wait_is_over_whatever_late_answers_say()
    {
        HttpClock clock = new();
        QuotaBoard board = new(clock);
        board.UsedUp(AlertWorld.Wiki, 2 * Minute);
        using HttpResponseMessage late = Answers.Status(HttpStatusCode.OK, ("RateLimit-Limit", "100"), ("RateLimit-Remaining", "50"));
        board.Observe(AlertWorld.Wiki, late);
        Assert.Equal(0, board.Left()[AlertWorld.Wiki]);

        clock.Advance(2 * Minute);
        Assert.Empty(board.Left());
    }

    [Fact]
    public void A_copy_that_falls_behind_raises_an_alert_and_one_that_never_was_in_step_too()
    {
        ContentSyncStatus status = new(AlertWorld.Wiki);
        IContentSyncService service = Substitute.For<IContentSyncService>();
        service.Status.Returns(_ => status);
        using AlertWorld world = new(build: builder => builder.Services.AddSingleton(new ContentSyncRegistration(AlertWorld.Wiki)).AddKeyedSingleton("wiki", service));
        Assert.Empty(world.After(TimeSpan.FromHours(11.9)));

        Assert.Equal(AlertRule.SyncLag, Assert.Single(world.After(TimeSpan.FromHours(0.1))).Rule);
        status = status with { InStepSince = world.Clock.GetUtcNow() };
        Assert.Single(world.After(TimeSpan.Zero).Concat(world.After(2 * Minute)));
    }

    [Fact]
    public void Health_gives_who_does_not_work_and_what_comes_to_its_end()
    {
        HttpClock clock = new();
        IHealthMonitor monitor = Substitute.For<IHealthMonitor>();
        monitor.Latest.Returns([new()
        {
            Integration = AlertWorld.Wiki, Status = HealthState.Unhealthy, ResponseTime = TimeSpan.Zero, LastCheck = clock.GetUtcNow(), Description = "canary",
            Features = [new("search", HealthState.Healthy, "works"), new("model", HealthState.Healthy, "there") { EndsAt = clock.GetUtcNow() + TimeSpan.FromDays(2) }],
        }]);

        AlertReading[] readings = [.. new HealthReadings(clock, monitor).Read()];

        Assert.Equal([new(AlertRule.Unhealthy, AlertWorld.Wiki, 1), new(AlertRule.Expiry, AlertWorld.Wiki, 2 * 86_400) { Part = "model" }], readings);
    }

    [Fact]
    public void What_has_come_to_its_end_is_still_told_when_the_integration_does_not_work_any_more_and_not_when_it_does()
    {
        HttpClock clock = new();
        IHealthMonitor monitor = Substitute.For<IHealthMonitor>();
        HealthReadings readings = new(clock, monitor);
        IntegrationHealth well = new()
        {
            Integration = AlertWorld.Wiki, Status = HealthState.Healthy, ResponseTime = TimeSpan.Zero, LastCheck = clock.GetUtcNow(), Description = "well",
            Features = [new("certificate", HealthState.Healthy, "good") { EndsAt = clock.GetUtcNow() + TimeSpan.FromDays(1) }],
        };
        monitor.Latest.Returns([well]);
        Assert.Equal(2, readings.Read().Count());

        clock.Advance(TimeSpan.FromDays(2));
        monitor.Latest.Returns([well with { Status = HealthState.Unhealthy, Features = [] }]);
        Assert.Equal(-86_400, readings.Read().Single(static reading => reading.Rule == AlertRule.Expiry).Value);

        monitor.Latest.Returns([well with { Features = [] }]);
        Assert.DoesNotContain(readings.Read(), static reading => reading.Rule == AlertRule.Expiry);
    }
}
