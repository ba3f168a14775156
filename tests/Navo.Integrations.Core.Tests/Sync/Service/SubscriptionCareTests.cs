using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync.Service;

/// <summary>When subscriptions are looked after, and when again where it failed.</summary>
public sealed class SubscriptionCareTests
{
    private static readonly SourceNotification News = new(new("model"), NotificationKind.Missed);
    private static readonly Dictionary<string, IntegrationException> Refused = new() { ["A"] = new PermissionException("no") { StatusCode = 403 } };

    private readonly FakeTimeProvider _time = new(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly ScriptedNotifications _source = new();
    private readonly FakeLogger _log = new();
    private readonly SubscriptionCare _care;

    public SubscriptionCareTests() => _care = new(_source, _time, _log);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_looked_after_at_once_and_then_when_the_source_says()
    {
        DateTimeOffset due = _time.GetUtcNow().AddMinutes(9);
        _source.OnMaintain = _ => new() { Alive = 1, NextDue = due };
        Assert.False(_care.IsNotified);
        await _care.MaintainAsync(Token);
        Assert.Equal((due, true, 1), (_care.NextDue, _care.IsNotified, _care.Upkeep!.Alive));
        _time.Advance(TimeSpan.FromMinutes(9) - TimeSpan.FromTicks(1));
        Assert.Empty(await _care.MaintainAsync(Token));
        Assert.Single(_source.Calls);
        _time.Advance(TimeSpan.FromTicks(1));
        await _care.MaintainAsync(Token);
        Assert.Equal(2, _source.Calls.Count);
    }

    [Fact]
    public async Task News_are_passed_on_at_once_each_once_and_not_again()
    {
        await _care.MaintainAsync(Token);
        Assert.Equal(DateTimeOffset.MaxValue, _care.NextDue);
        _care.Tell(News);
        _care.Tell(News with { });
        await _care.MaintainAsync(Token);
        Assert.Equal([News], _source.Calls[1]);
        _care.Tell(News with { Partition = "B" });
        await _care.MaintainAsync(Token);
        Assert.Equal("B", Assert.Single(_source.Calls[2]).Partition);
    }

    [Fact]
    public async Task What_failed_is_tried_again_ever_later_up_to_an_hour_and_keeps_its_news()
    {
        _source.OnMaintain = _ => throw new UnavailableException("away") { StatusCode = 503 };
        _care.Tell(News);
        List<double> waits = [];
        for (int i = 0; i < 8; i++)
        {
            Assert.Empty(await _care.MaintainAsync(Token));
            waits.Add((_care.NextDue - _time.GetUtcNow()).TotalMinutes);
            _time.Advance(_care.NextDue - _time.GetUtcNow());
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], waits);
        Assert.All(_source.Calls, call => Assert.Equal([News], call));
        Assert.IsType<UnavailableException>(_care.Error);
        FakeLogRecord record = _log.Collector.LatestRecord;
        Assert.Equal((LogLevel.Error, "SubscriptionsNotMaintained"), (record.Level, record.Id.Name));
        Assert.Equal("model: subscriptions could not be looked after (UnavailableException, status 503); it is looked at by the schedule.", record.Message);

        _source.OnMaintain = _ => new() { Alive = 1 };
        await _care.MaintainAsync(Token);
        Assert.Null(_care.Error);
        Assert.True(_care.IsNotified);
    }

    [Fact]
    public async Task A_part_that_is_not_subscribed_to_is_logged_and_tried_again_ever_later_until_it_works()
    {
        _source.OnMaintain = _ => new() { Alive = 1, Failures = Refused };
        await _care.MaintainAsync(Token);
        Assert.Equal(_time.GetUtcNow().AddMinutes(1), _care.NextDue);
        Assert.False(_care.IsNotified);
        Assert.Contains("(PermissionException, status 403)", _log.Collector.LatestRecord.Message, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromMinutes(1));
        await _care.MaintainAsync(Token);
        Assert.Equal(_time.GetUtcNow().AddMinutes(2), _care.NextDue);

        _time.Advance(TimeSpan.FromMinutes(2));
        _source.OnMaintain = _ => new() { Alive = 2, NextDue = _time.GetUtcNow() };
        await _care.MaintainAsync(Token);
        _source.OnMaintain = _ => new() { Alive = 1, Failures = Refused };
        await _care.MaintainAsync(Token);
        Assert.Equal(_time.GetUtcNow().AddMinutes(1), _care.NextDue); // from the beginning again
    }

    [Theory]
    [InlineData(0, true, false)]
    [InlineData(1, true, true)]
    [InlineData(1, false, false)]
    public async Task A_source_tells_by_itself_where_all_of_it_is_subscribed_to(int alive, bool coversAll, bool isNotified)
    {
        _source.OnMaintain = _ => new() { Alive = alive, CoversAll = coversAll };
        await _care.MaintainAsync(Token);
        Assert.Equal(isNotified, _care.IsNotified);
    }

    [Fact]
    public async Task Gaps_are_given_and_logged()
    {
        NotificationGap gap = new("B", _time.GetUtcNow().AddHours(-1), _time.GetUtcNow(), NotificationGapReason.Removed);
        _source.OnMaintain = _ => new() { Gaps = [gap] };
        Assert.Equal([gap], await _care.MaintainAsync(Token));
        FakeLogRecord record = _log.Collector.LatestRecord;
        Assert.Equal((LogLevel.Warning, "NotificationGap"), (record.Level, record.Id.Name));
        Assert.Equal("model may have been silent since 02/28/2026 23:00:00 +00:00 until 03/01/2026 00:00:00 +00:00 (Removed); a run repairs it.", record.Message);
    }

    [Fact]
    public async Task F27_The_end_of_the_application_is_no_failure()
    {
        CancellationToken left = new(canceled: true);
        _source.OnMaintain = _ => throw new OperationCanceledException(left);
        await Assert.ThrowsAsync<OperationCanceledException>(() => _care.MaintainAsync(left));
        Assert.Null(_care.Error);
        Assert.Equal(0, _log.Collector.Count);
    }
}
