using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync.Service;

public sealed class ContentSyncServiceTests : IAsyncDisposable
{
    private static readonly IntegrationName Model = new("model");

    private readonly ServiceWorld _world = new();

    [Fact]
    public async Task It_fills_a_copy_and_follows_the_source()
    {
        Create(20);
        await _world.StartAsync();
        await _world.PassUntilAsync(() => _world.Reports.Count == 1);
        Assert.Equal(_world.Copy.Expected(), _world.Copy.Lines());

        _world.Tenant.Delete(_world.Tenant.Items.Keys.First());
        Create(3);
        await _world.PassUntilAsync(() => _world.Reports.Count == 2);
        Assert.Equal(_world.Copy.Expected(), _world.Copy.Lines());
        Assert.True(_world.Service.Status.LastReport!.IsComplete);
    }

    [Fact]
    public async Task A_notification_is_followed_long_before_the_schedule_and_for_its_partition_alone()
    {
        _world.Notifications.OnMaintain = _ => new() { Alive = 2 };
        Create(4);
        await StartQuietAsync();
        DateTimeOffset now = _world.Time.GetUtcNow();
        Create(2);
        int runs = _world.Reports.Count;

        _world.Queue.Add(Model, [new(Model, NotificationKind.Changed) { Partition = "A" }]);
        await _world.UntilAsync(() => _world.Reports.Count > runs);

        Assert.Equal(now, _world.Time.GetUtcNow());
        Assert.Equal("A", Assert.Single(_world.Reports[^1].Partitions).Partition);
        Assert.Equal(3, _world.Copy.Items.Values.Count(static line => line.StartsWith("A|", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_thousand_notifications_are_one_run()
    {
        await StartQuietAsync();
        int runs = _world.Reports.Count;

        _world.Queue.Add(Model, [new(Model, NotificationKind.Changed)]);
        await _world.UntilAsync(() => _world.Reports.Count > runs);
        for (int i = 0; i < 1000; i++)
        {
            _world.Queue.Add(Model, [new(Model, NotificationKind.Changed)]);
        }

        _world.Time.Advance(TimeSpan.FromSeconds(61));
        await _world.UntilAsync(() => _world.Reports.Count > runs + 1);
        await _world.UntilAsync(() => _world.Service.Status.NextDue > _world.Time.GetUtcNow().AddSeconds(30));
        Assert.Equal(runs + 2, _world.Reports.Count);
    }

    [Fact]
    public async Task A_change_that_fails_is_told_again_and_holds_up_no_other()
    {
        Create(10);
        string bad = _world.Tenant.Items.Keys.ElementAt(3);
        bool isBroken = true;
        _world.OnChange = change =>
        {
            if (isBroken && change.Id.Value == bad)
            {
                throw new IOException("index away");
            }
        };

        await _world.StartAsync();
        await _world.PassUntilAsync(() => _world.Service.Status.LastReport is not null);
        Assert.Equal(9, _world.Copy.Items.Count);
        Assert.Equal(1, _world.Service.Status.LastHandlerFailures);
        Assert.Null(_world.Service.Status.InStepSince);

        isBroken = false;
        await _world.PassUntilAsync(() => _world.Service.Status.InStepSince is not null);
        Assert.Equal(_world.Copy.Expected(), _world.Copy.Lines());
        Assert.Contains(_world.Logs.GetSnapshot(), static record => record is { Level: LogLevel.Error, Id.Name: "SyncHandlerFailed" });
    }

    [Fact]
    public async Task A_handler_that_is_away_breaks_the_run_off()
    {
        Create(100);
        bool isAway = true;
        _world.OnChange = _ =>
        {
            if (isAway)
            {
                throw new IOException("index away");
            }
        };

        await _world.StartAsync();
        await _world.PassUntilAsync(() => _world.Reports.Count == 1);
        Assert.Equal(5, _world.Told.Count);

        isAway = false;
        await _world.PassUntilAsync(() => _world.Service.Status.InStepSince is not null);
        Assert.Equal(_world.Copy.Expected(), _world.Copy.Lines());
    }

    [Fact]
    public async Task A_source_that_is_away_ends_nothing()
    {
        Create(10);
        _world.Source.OnRequest = () => throw new UnavailableException("away");
        await _world.StartAsync();
        await _world.PassUntilAsync(() => _world.Service.Status.LastError is UnavailableException);

        _world.Source.OnRequest = null;
        await _world.PassUntilAsync(() => _world.Service.Status.InStepSince is not null);
        Assert.Equal(_world.Copy.Expected(), _world.Copy.Lines());
        Assert.Null(_world.Service.Status.LastError);
    }

    [Fact]
    public async Task What_was_acknowledged_before_the_application_stopped_is_not_told_again()
    {
        Create(10);
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _world.OnChange = _ =>
        {
            if (_world.Told.Count == 7)
            {
                reached.TrySetResult();
            }
        };
        await _world.StartAsync();
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await _world.StopAsync();

        Assert.True(_world.Checkpoints.Saves > 0);
        Assert.NotEmpty(Assert.Single(_world.Checkpoints.Saved).Value);
    }

    [Fact]
    public async Task A_gap_is_repaired_by_a_run_and_logged()
    {
        await StartQuietAsync();
        _world.Notifications.OnMaintain = news => news.Count == 0
            ? SubscriptionUpkeep.None
            : new() { Alive = 1, Gaps = [new("B", null, _world.Time.GetUtcNow(), NotificationGapReason.Removed)] };
        int runs = _world.Reports.Count;

        _world.Queue.Add(Model, [new(Model, NotificationKind.SubscriptionRemoved) { Partition = "B" }]);
        await _world.UntilAsync(() => _world.Reports.Count > runs);

        Assert.Equal("B", Assert.Single(_world.Reports[^1].Partitions).Partition);
        Assert.Equal(NotificationKind.SubscriptionRemoved, Assert.Single(_world.Notifications.Calls[^1]).Kind);
        Assert.Contains(_world.Logs.GetSnapshot(), static record => record.Id.Name == "NotificationGap");
    }

    [Fact]
    public async Task Subscriptions_that_can_not_be_looked_after_are_tried_again_with_what_was_told_of_them()
    {
        await StartQuietAsync();
        bool isAway = true;
        _world.Notifications.OnMaintain = _ => isAway ? throw new UnavailableException("away") : new() { Alive = 1 };
        _world.Queue.Add(Model, [new(Model, NotificationKind.Missed)]);
        await _world.PassUntilAsync(() => _world.Service.Status.SubscriptionError is UnavailableException);

        isAway = false;
        await _world.PassUntilAsync(() => _world.Service.Status is { SubscriptionError: null, Subscriptions.Alive: 1 });
        Assert.Equal(NotificationKind.Missed, Assert.Single(_world.Notifications.Calls[^1]).Kind);
    }

    [Fact]
    public async Task It_comes_when_a_subscription_is_due()
    {
        int calls = 0;
        _world.Notifications.OnMaintain = _ => new() { Alive = 1, NextDue = _world.Time.GetUtcNow().AddMinutes(++calls) };
        await _world.StartAsync();

        for (int i = 1; i <= 4; i++)
        {
            await _world.UntilAsync(() => calls == i && _world.Service.Status.NextDue > _world.Time.GetUtcNow());
            _world.Time.Advance(TimeSpan.FromMinutes(i));
        }

        await _world.UntilAsync(() => calls == 5);
    }

    [Fact]
    public async Task A_partition_that_left_the_scope_is_not_run_because_a_notification_names_it()
    {
        Create(4);
        await StartQuietAsync();
        int runs = _world.Reports.Count;

        _world.Queue.Add(Model, [new(Model, NotificationKind.Changed) { Partition = "elsewhere" }]);
        await _world.UntilAsync(() => _world.Reports.Count > runs);

        Assert.Empty(_world.Reports[^1].Partitions);
        Assert.Equal(_world.Copy.Expected(), _world.Copy.Lines());
    }

    [Fact]
    public void A_second_service_for_the_same_copy_is_refused()
    {
        ServiceCollection services = new();
        var builder = services.AddNavoIntegrations().AddContentSyncService<ServiceWorld.NoHandler>(Model);

        ConfigurationException refused = Assert.Throws<ConfigurationException>(() => builder.AddContentSyncService<ServiceWorld.NoHandler>(Model));
        Assert.Equal("model has a sync service already.", refused.Message);
        Assert.Equal("Call AddContentSyncService once for each integration; one handler may serve several.", refused.Remedy);
        builder.AddContentSyncService<ServiceWorld.NoHandler>(new("other"));
    }

    [Fact]
    public void Options_out_of_bounds_are_named()
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddContentSyncService<ServiceWorld.NoHandler>(Model, options => options.ShortestInterval = TimeSpan.Zero);
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptionsMonitor<ContentSyncServiceOptions>>().Get("model"));

        Assert.Contains("ShortestInterval", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_does_is_logged_without_a_word_of_the_content()
    {
        Create(3);
        await _world.StartAsync();
        await _world.PassUntilAsync(() => _world.Service.Status.InStepSince is not null);
        Assert.Contains(_world.Logs.GetSnapshot(), static record => record is { Level: LogLevel.Information, Message: "model sync Incremental: 3 changes, 0 skipped, complete: True." });
        Assert.Equal((0, null), (_world.Service.Status.LastHandlerFailures, _world.Service.Status.LastError));
        Assert.NotNull(_world.Service.Status.LastStarted);
    }

    [Fact]
    public async Task What_breaks_a_run_off_is_logged_with_its_kind_alone()
    {
        Create(3);
        _world.Source.OnRequest = () => throw new UnavailableException("secret words") { StatusCode = 503 };
        await _world.StartAsync();
        await _world.PassUntilAsync(() => _world.Service.Status.LastError is not null);
        Assert.Contains(_world.Logs.GetSnapshot(), static record => record is { Level: LogLevel.Error, Message: "model sync Incremental was broken off by UnavailableException, status 503; it goes on where it stood." });
        Assert.DoesNotContain(_world.Logs.GetSnapshot(), static record => record.Message.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_checkpoint_is_saved_as_often_as_asked_for_and_at_the_end()
    {
        await using ServiceWorld world = new(static options => options.SaveEvery = 4);
        for (int i = 0; i < 10; i++)
        {
            world.Tenant.Create(world.Tenant.Partitions[i % 2]);
        }

        List<int> saves = [];
        world.OnChange = _ => saves.Add(world.Checkpoints.Saves);
        await world.StartAsync();
        await world.PassUntilAsync(() => world.Reports.Count == 1);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1, 2, 2], saves);
        Assert.Equal(3, world.Checkpoints.Saves);
        Assert.StartsWith("service-model-", Assert.Single(world.Checkpoints.Saved).Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_see_what_is_asked_where_the_source_says_that_it_changed()
    {
        Create(4);
        await StartQuietAsync();
        int runs = _world.Reports.Count;

        _world.Queue.Add(Model, [new(Model, NotificationKind.AccessChanged) { Partition = "A" }]);
        await _world.UntilAsync(() => _world.Reports.Count > runs);

        Assert.Equal("A", Assert.Single(_world.Reports[^1].Partitions).Partition);
        await _world.UntilAsync(() => _world.Logs.GetSnapshot().Any(static record => record.Message.StartsWith("model sync AccessOnly: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task T01_What_was_kept_of_a_changed_item_is_forgotten_and_all_decisions_where_what_lies_below_inherits()
    {
        Create(4);
        await _world.StartAsync();
        await _world.PassUntilAsync(() => _world.Reports.Count == 1);
        Assert.Equal(["001", "002", "003", "004"], _world.Invalidations.Published.Select(static notice => notice.Item!).Order(StringComparer.Ordinal));
        Assert.All(_world.Invalidations.Published, static notice => Assert.Equal((Model, CacheInvalidationKind.Item), (notice.Integration, notice.Kind)));

        foreach (Func<ModelItem, ModelItem> change in new Func<ModelItem, ModelItem>[] { static item => item with { Access = "nobody" }, static item => item with { Place = "elsewhere" } })
        {
            _world.Invalidations.Published.Clear();
            int runs = _world.Reports.Count;
            _world.Tenant.Put(change(_world.Tenant.Items["001"]));
            await _world.PassUntilAsync(() => _world.Reports.Count > runs);
            Assert.Equal([CacheInvalidationKind.Item, CacheInvalidationKind.Access], _world.Invalidations.Published.Select(static notice => notice.Kind));
        }

        _world.Invalidations.Published.Clear();
        _world.Queue.Add(Model, [new(Model, NotificationKind.AccessChanged) { Partition = "A" }]);
        await _world.PassUntilAsync(() => _world.Invalidations.Published.Count > 0);
        Assert.Equal(CacheInvalidationKind.Access, Assert.Single(_world.Invalidations.Published).Kind);
    }

    [Fact]
    public async Task A_partition_that_ends_otherwise_than_complete_is_logged()
    {
        Create(40);
        await _world.StartAsync();
        await _world.PassUntilAsync(() => _world.Reports.Count == 1);
        Assert.DoesNotContain(_world.Logs.GetSnapshot(), static record => record.Id.Name == "SyncPartitionHeld");
        foreach (string id in _world.Tenant.Items.Values.Where(static item => item.Partition == "A").Take(10).Select(static item => item.Id).ToArray())
        {
            _world.Tenant.Delete(id);
        }

        await _world.PassUntilAsync(() => _world.Logs.GetSnapshot().Any(static record => record.Id.Name == "SyncPartitionHeld"));
        Assert.Equal("model sync: a partition ended as DeletionsHeld ((null)), 10 deletions held.", Assert.Single(_world.Logs.GetSnapshot(), static record => record.Id.Name == "SyncPartitionHeld").Message);
    }

    [Fact]
    public async Task The_handler_is_made_for_each_run_in_a_scope_of_its_own()
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations().AddContentSyncService<ServiceWorld.NoHandler>(Model);
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        await using AsyncServiceScope one = provider.CreateAsyncScope(), other = provider.CreateAsyncScope();
        Assert.NotSame(one.ServiceProvider.GetRequiredKeyedService<IContentChangeHandler>("model"), other.ServiceProvider.GetRequiredKeyedService<IContentChangeHandler>("model"));
        Assert.Equal(Model, Assert.Single(provider.GetServices<ContentSyncRegistration>()).Name);
    }

    [Fact]
    public async Task A_store_that_fails_in_the_midst_ends_no_service()
    {
        Create(3);
        _world.Checkpoints.OnLoad = static () => throw new IOException("disk away");
        await _world.StartAsync();
        await _world.PassUntilAsync(() => _world.Service.Status.LastError is not null);
        _world.Checkpoints.OnLoad = null;
        await _world.PassUntilAsync(() => _world.Service.Status.InStepSince is not null);
        Assert.Equal(_world.Copy.Expected(), _world.Copy.Lines());
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    /// <summary>Starts, and waits until nothing is due for some minutes.</summary>
    private async Task StartQuietAsync()
    {
        await _world.StartAsync();
        await _world.PassUntilAsync(() => _world.Reports.Count == 3);
        await _world.UntilAsync(() => _world.Service.Status.NextDue > _world.Time.GetUtcNow());
        _world.Time.Advance(TimeSpan.FromSeconds(61));
    }

    private void Create(int items)
    {
        for (int i = 0; i < items; i++)
        {
            _world.Tenant.Create(_world.Tenant.Partitions[i % 2]);
        }
    }
}
