using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Notifications;

/// <summary>Subscriptions are made, renewed, put in order, and a silence is told.</summary>
public sealed class UpkeepTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row053_each_library_is_subscribed_to_once_and_tells()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        SubscriptionUpkeep first = await bench.MaintainAsync();
        SubscriptionUpkeep second = await bench.MaintainAsync();
        bench.Edit("alpha");

        Assert.Equal((3, 3, 0), (first.Alive, first.Created, second.Created));
        Assert.Equal(["alpha Created ..11-23", "beta Created ..11-23", "root Created ..11-23"], bench.Gaps(first));
        Assert.Empty(second.Gaps);
        Assert.Equal(["Changed alpha"], await bench.TellAsync());
        Assert.All(bench.Simulator.Subscriptions, subscription =>
        {
            Assert.True(subscription.IncludesSecurity);
            Assert.Equal(bench.Receiver.Url, subscription.LifecycleNotificationUrl);
            Assert.InRange(subscription.ClientState!.Length, 64, 128);
            Assert.Equal(bench.Time.GetUtcNow().AddDays(27), subscription.Expires);
        });
    }

    [Fact]
    public async Task Row053_quarters_go_by_without_a_silence()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        SubscriptionUpkeep upkeep = await bench.MaintainAsync();
        DateTimeOffset end = bench.Time.GetUtcNow().AddDays(100);
        while (bench.Time.GetUtcNow() < end)
        {
            bench.Time.Advance(upkeep.NextDue!.Value - bench.Time.GetUtcNow());
            bench.Edit("beta");
            Assert.Equal(["Changed beta"], await bench.TellAsync());
            upkeep = await bench.MaintainAsync();
            Assert.Equal((3, 0), (upkeep.Alive, upkeep.Gaps.Count));
        }

        Assert.Equal(3, bench.Posts);
    }

    [Fact]
    public async Task Row053_a_subscription_that_nobody_renewed_leaves_a_silence_that_a_sync_repairs()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        await bench.MaintainAsync();
        await bench.Bench.RunAsync();
        bench.Time.Advance(TimeSpan.FromDays(40));
        bench.Edit("root");
        Assert.Empty(await bench.TellAsync());
        SubscriptionUpkeep upkeep = await bench.MaintainAsync();

        Assert.Equal(["alpha Expired 12-20..01-02", "beta Expired 12-20..01-02", "root Expired 12-20..01-02"], bench.Gaps(upkeep));
        Assert.Contains("changed root.txt", await bench.Bench.TellAsync());
        bench.Edit("root");
        Assert.Equal(["Changed root"], await bench.TellAsync());
    }

    [Fact]
    public async Task Row053_one_that_wants_to_be_authorized_again_is_renewed()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        await bench.MaintainAsync();
        bench.Time.Advance(TimeSpan.FromDays(2));
        IReadOnlyList<SourceNotification> news = await bench.TellAsync(GraphLifecycleEvent.ReauthorizationRequired, "alpha");
        bench.Edit("alpha");
        string[] paused = await bench.TellAsync();
        SubscriptionUpkeep upkeep = await bench.MaintainAsync(news);

        Assert.Equal((NotificationKind.ReauthorizationRequired, null), (Assert.Single(news).Kind, news[0].Partition)); // Graph names the subscription only
        Assert.Empty(paused);
        Assert.Equal((1, 0, 0), (upkeep.Renewed, upkeep.Created, upkeep.Gaps.Count));
        Assert.Equal(["Changed alpha"], await bench.TellAsync());
    }

    [Fact]
    public async Task Row053_what_the_source_took_away_is_made_again_and_the_silence_told()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        await bench.MaintainAsync();
        bench.Time.Advance(TimeSpan.FromDays(1));
        await bench.MaintainAsync();
        bench.Time.Advance(TimeSpan.FromDays(1));
        IReadOnlyList<SourceNotification> news = await bench.TellAsync(GraphLifecycleEvent.SubscriptionRemoved, "alpha");
        bench.Simulator.EndSubscription(bench.Entry("beta")["subscriptionId"]!.GetValue<string>()); // without a word
        SubscriptionUpkeep upkeep = await bench.MaintainAsync(news);

        Assert.Equal(["alpha Removed 11-24..11-25", "beta Removed 11-24..11-25"], bench.Gaps(upkeep));
        Assert.Equal((3, 2), (upkeep.Alive, upkeep.Created));
    }

    [Fact]
    public async Task Row053_one_that_is_told_to_be_removed_is_not_trusted_though_it_is_listed()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        await bench.MaintainAsync();
        string before = bench.Entry("alpha")["subscriptionId"]!.GetValue<string>();
        SubscriptionUpkeep upkeep = await bench.MaintainAsync(new SourceNotification(bench.Source.Name, NotificationKind.SubscriptionRemoved) { Subscription = before });

        Assert.Equal(1, upkeep.Created);
        Assert.DoesNotContain(bench.Simulator.Subscriptions, subscription => subscription.Id == before);
    }

    [Fact]
    public async Task Row053_missed_notifications_are_a_silence_of_unknown_length()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        await bench.MaintainAsync();
        SubscriptionUpkeep known = await bench.MaintainAsync(await bench.TellAsync(GraphLifecycleEvent.Missed, "beta"));
        SubscriptionUpkeep unknown = await bench.MaintainAsync(new SourceNotification(bench.Source.Name, NotificationKind.Missed) { Subscription = "of yesterday" });

        Assert.Equal(["beta Missed ..11-23"], bench.Gaps(known));
        Assert.Equal((null, NotificationGapReason.Missed), (Assert.Single(unknown.Gaps).Partition, unknown.Gaps[0].Reason));
    }

    [Fact]
    public async Task Row053_a_subscription_that_was_made_although_the_answer_was_lost_is_found_and_not_doubled()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync(options => options.Http.MaxRetryAttempts = 3);
        bench.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = path => path == "/v1.0/subscriptions", Fault = Fault.CutBody(5) });
        SubscriptionUpkeep first = await bench.MaintainAsync();
        SubscriptionUpkeep second = await bench.MaintainAsync();

        Assert.Equal((2, 2, 1), (first.Alive, first.Created, first.Failures.Count));
        Assert.Equal((3, 0, 0), (second.Alive, second.Created, second.Failures.Count));
        Assert.Equal((first.Failures.Keys.Single(), NotificationGapReason.Created), (Assert.Single(second.Gaps).Partition, second.Gaps[0].Reason));
        Assert.Equal(3, bench.Posts);
    }

    [Fact]
    public async Task Row053_doubles_and_those_of_other_libraries_are_ended_and_those_of_others_are_left()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        await bench.MaintainAsync();
        await bench.Manager.CreateAsync(bench.File("alpha").DriveId, Token);
        Uri elsewhere = new(bench.Receiver.Url, "elsewhere");
        await bench.SubscribeAsync(elsewhere, "beta");
        Assert.Equal(4, (await bench.Manager.ListAsync(Token)).Count);
        await bench.MaintainAsync();
        Assert.Equal(3, (await bench.Manager.ListAsync(Token)).Count);

        SubscriptionUpkeep narrowed = await bench.Manager.EnsureAsync(new() { Containers = ["https://contoso.sharepoint.com/sites/alpha"] }, Token);
        Assert.Equal(1, narrowed.Alive);
        Assert.Equal(bench.File("alpha").DriveId, Assert.Single(await bench.Manager.ListAsync(Token)).DriveId);
        Assert.Contains(bench.Simulator.Subscriptions, subscription => subscription.NotificationUrl == elsewhere);
    }

    [Fact]
    public async Task Row053_a_library_that_fails_keeps_no_other_back()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        bench.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = path => path == "/v1.0/subscriptions", Fault = Fault.Status(403) });
        SubscriptionUpkeep first = await bench.MaintainAsync();
        (string drive, IntegrationException failure) = Assert.Single(first.Failures);

        Assert.Equal(2, first.Alive);
        Assert.Contains("Files.ReadWrite.All", Assert.IsType<PermissionException>(failure).Remedy, StringComparison.Ordinal);
        Assert.Equal(bench.Time.GetUtcNow().AddMinutes(10), first.NextDue);
        Assert.Equal(drive, Assert.Single((await bench.MaintainAsync()).Gaps).Partition);
    }

    [Fact]
    public async Task Row053_what_could_not_be_listed_is_kept_alive()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        await bench.MaintainAsync();
        bench.Time.Advance(TimeSpan.FromDays(25));
        bench.Simulator.Faults.Add("/drives", Fault.Status(403), times: 1);
        SubscriptionUpkeep upkeep = await bench.MaintainAsync();

        Assert.Equal((3, 3, 1), (upkeep.Alive, upkeep.Renewed, upkeep.Failures.Count));
        Assert.Equal(3, bench.Simulator.Subscriptions.Count);
    }

    [Fact]
    public async Task Row053_news_outlive_a_round_that_failed()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        await bench.MaintainAsync();
        IReadOnlyList<SourceNotification> news = await bench.TellAsync(GraphLifecycleEvent.ReauthorizationRequired, "alpha");
        bench.Simulator.Faults.Add("/subscriptions", Fault.Status(500), times: 1);
        await Assert.ThrowsAsync<UnavailableException>(() => bench.MaintainAsync(news));
        bench.Simulator.Faults.Add(new FaultRule { Method = "PATCH", Fault = Fault.Status(500) });
        SubscriptionUpkeep failed = await bench.MaintainAsync();
        SubscriptionUpkeep done = await bench.MaintainAsync();

        Assert.Equal((3, 0, 1), (failed.Alive, failed.Renewed, failed.Failures.Count));
        Assert.Equal((1, 0), (done.Renewed, (await bench.MaintainAsync()).Renewed));
    }

    [Fact]
    public async Task Row053_a_subscription_that_goes_while_it_is_renewed_is_made_again()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        await bench.MaintainAsync();
        bench.Time.Advance(TimeSpan.FromDays(25));
        bench.Simulator.Faults.Add(new FaultRule { Method = "PATCH", Fault = Fault.Status(404) });
        SubscriptionUpkeep upkeep = await bench.MaintainAsync();

        Assert.Equal((3, 1, 2), (upkeep.Alive, upkeep.Created, upkeep.Renewed));
        Assert.Equal(NotificationGapReason.Removed, Assert.Single(upkeep.Gaps).Reason);
        Assert.Equal(3, bench.Simulator.Subscriptions.Count);
    }

    [Fact]
    public async Task Row053_a_new_secret_replaces_what_was_made_with_the_old_one_and_once_only()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync(options => options.Notifications.PreviousSecret = SubscribedTenant.OldSecret);
        LibrarySubscription old = await bench.Manager.CreateAsync(bench.File("alpha").DriveId, Token); // as far as the guardian knows, of somebody else
        SubscriptionUpkeep upkeep = await bench.MaintainAsync();

        Assert.Equal((3, 3), (upkeep.Alive, upkeep.Created));
        Assert.DoesNotContain(bench.Simulator.Subscriptions, subscription => subscription.Id == old.Id);
        Assert.Equal(0, (await bench.MaintainAsync()).Created);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_subscribed_to()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync(options => options.Notifications.Url = null);
        Assert.Same(SubscriptionUpkeep.None, await bench.MaintainAsync());
        await Assert.ThrowsAsync<ConfigurationException>(() => bench.Manager.ListAsync(Token));
        Assert.DoesNotContain(bench.Simulator.Requests, request => request.PathAndQuery.Contains("subscriptions", StringComparison.Ordinal));
    }
}
