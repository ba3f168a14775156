using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Faults;

namespace Navo.Integrations.Confluence.Tests.Notifications;

/// <summary>The webhook is made, mended and kept, and a silence is told.</summary>
public sealed class WebhookTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row054_one_webhook_is_registered_however_often_it_is_made_sure()
    {
        await using HookedSite site = await HookedSite.StartAsync();
        SubscriptionUpkeep first = await site.MaintainAsync();
        SubscriptionUpkeep second = await site.MaintainAsync();

        Assert.Equal((1, 1, 0, 0), (first.Alive, first.Created, second.Created, second.Renewed));
        Assert.Equal((null, null, NotificationGapReason.Created), (Assert.Single(first.Gaps).Partition, first.Gaps[0].Since, first.Gaps[0].Reason));
        Assert.Empty(second.Gaps);
        Assert.Equal(site.Time.GetUtcNow().AddHours(4), second.NextDue);
        Assert.Equal((site.Receiver.Url, true), (site.Hook.Url, site.Hook.IsActive));
        Assert.Contains("content_permissions_updated", site.Hook.Events);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Row054_what_happens_is_told_by_the_space_it_happened_in(bool withPrefix)
    {
        await using HookedSite site = await HookedSite.StartAsync();
        site.Simulator.SignsWithPrefix = withPrefix;
        await site.MaintainAsync();
        await site.TellAsync();
        long page = site.Editor.Page("page");
        Assert.Equal(["Changed AAA"], await site.TellAsync());
        site.Editor.Edit(page);
        site.Editor.Attach(site.Editor.Post("post", "BBB"));
        Assert.Equal(["Changed AAA", "Changed BBB", "Changed BBB"], await site.TellAsync());
        site.Simulator.Site.Restrict(page, new SimulatedRestriction());
        Assert.Equal(["AccessChanged AAA"], await site.TellAsync());
        site.Editor.Trash(page);
        site.Simulator.Site.Put(site.Simulator.Site.State.Spaces["BBB"] with { Grants = [] });
        Assert.Equal(["AccessChanged BBB", "Changed AAA"], await site.TellAsync());
        Assert.Empty(await site.TellAsync());
    }

    [Fact]
    public async Task Row054_a_webhook_that_was_switched_off_or_taken_away_is_mended_and_the_silence_told()
    {
        await using HookedSite site = await HookedSite.StartAsync();
        await site.MaintainAsync();
        DateTimeOffset told = site.Time.GetUtcNow();
        site.Time.Advance(TimeSpan.FromHours(4));
        site.Simulator.Put(site.Hook with { IsActive = false });
        SubscriptionUpkeep switchedOn = await site.MaintainAsync();
        Assert.True(site.Hook.IsActive);
        Assert.Equal((0, 1), (switchedOn.Created, switchedOn.Renewed));
        Assert.Equal((told, site.Time.GetUtcNow(), NotificationGapReason.Removed), (Assert.Single(switchedOn.Gaps).Since, switchedOn.Gaps[0].Until, switchedOn.Gaps[0].Reason));

        site.Simulator.RemoveWebhook(site.Hook.Id);
        Assert.Equal((1, NotificationGapReason.Removed), ((await site.MaintainAsync()) is { } made ? (made.Created, Assert.Single(made.Gaps).Reason) : default));
        site.Simulator.Put(site.Hook with { Events = ["page_created"] });
        SubscriptionUpkeep widened = await site.MaintainAsync();
        Assert.Equal((1, 1), (widened.Renewed, widened.Gaps.Count));
        Assert.True(site.Hook.Events.Length > 20);
    }

    [Fact]
    public async Task Row054_doubles_go_and_what_others_registered_stays()
    {
        await using HookedSite site = await HookedSite.StartAsync(maxPageSize: 2);
        await site.Hooks.RegisterAsync(Token);
        await site.Hooks.RegisterAsync(Token);
        site.Simulator.Put(new SimulatedWebhook(70, "theirs", new("https://example.com/hooks")) { Events = ["page_created"] });
        site.Simulator.Put(new SimulatedWebhook(71, "theirs too", new("https://example.com/others")) { Events = ["page_created"] });
        site.Simulator.Put(site.Simulator.Webhooks[0] with { IsActive = false });
        SubscriptionUpkeep upkeep = await site.MaintainAsync();

        Assert.Equal((1, 0), (upkeep.Alive, upkeep.Created));
        Assert.Equal([2, 70, 71], site.Simulator.Webhooks.Select(hook => hook.Id));
        Assert.Equal(3, (await site.Hooks.ListAsync(Token)).Count);
    }

    [Fact]
    public async Task Row054_a_registration_whose_answer_was_lost_is_found_and_not_doubled()
    {
        await using HookedSite site = await HookedSite.StartAsync();
        site.Simulator.Faults.Add(new FaultRule { Method = "POST", Fault = Fault.CutBody(5) });
        await Assert.ThrowsAsync<UnavailableException>(site.MaintainAsync);
        SubscriptionUpkeep upkeep = await site.MaintainAsync();

        Assert.Equal((1, 0), (site.Simulator.Webhooks.Count, upkeep.Created));
        Assert.Equal(NotificationGapReason.Created, Assert.Single(upkeep.Gaps).Reason);
    }

    [Fact]
    public async Task Row054_a_secret_of_before_is_replaced_by_each_new_process()
    {
        await using HookedSite site = await HookedSite.StartAsync();
        await site.Hooks.RegisterAsync(Token);
        site.Simulator.Put(site.Hook with { Secret = HookedSite.OldSecret });
        await site.MaintainAsync();
        site.Editor.Page("page");
        Assert.Contains("Changed AAA", await site.TellAsync());
    }

    [Fact]
    public async Task Row054_who_is_no_administrator_is_told_so_and_what_to_do()
    {
        await using HookedSite site = await HookedSite.StartAsync(account: "ben");
        PermissionException refused = await Assert.ThrowsAsync<PermissionException>(site.MaintainAsync);
        Assert.Contains("Confluence Administrator", refused.Remedy, StringComparison.Ordinal);
        await Assert.ThrowsAsync<PermissionException>(() => site.Hooks.RegisterAsync(Token));
        Assert.IsType<NotificationVerdict.Accepted>(site.ReceiveSigned(site.Event())); // one that was registered by hand works all the same
    }

    [Fact]
    public async Task Row054_a_token_that_is_not_known_is_no_missing_right()
    {
        await using HookedSite site = await HookedSite.StartAsync(options => options.ApiToken = "nobody's");
        await Assert.ThrowsAsync<AuthenticationException>(site.MaintainAsync);
    }

    [Fact]
    public async Task Row054_a_webhook_is_updated_asked_and_removed()
    {
        await using HookedSite site = await HookedSite.StartAsync();
        ConfluenceWebhook made = await site.Hooks.RegisterAsync(Token);
        Assert.Null(await site.Hooks.GetLatestDeliveryAsync(made.Id!, Token));
        await site.TellAsync();
        site.Editor.Page("page");
        await site.TellAsync();
        WebhookDelivery? taken = await site.Hooks.GetLatestDeliveryAsync(made.Id!, Token);
        site.Receiver.IsDown = true;
        site.Editor.Page("another");
        await site.TellAsync();

        Assert.Equal((WebhookOutcome.Success, "page_created", site.Time.GetUtcNow()), (taken!.Outcome, taken.Event, taken.At));
        Assert.Equal(WebhookOutcome.Failure, (await site.Hooks.GetLatestDeliveryAsync(made.Id!, Token))!.Outcome);
        site.Simulator.Put(site.Hook with { IsActive = false });
        ConfluenceWebhook updated = await site.Hooks.UpdateAsync(made.Id!, Token);
        Assert.Equal((made.Id, true), (updated.Id, updated.IsActive));
        Assert.Equal(made.Events, updated.Events);
        await site.Hooks.RemoveAsync(made.Id!, Token);
        await site.Hooks.RemoveAsync(made.Id!, Token);
        await Assert.ThrowsAsync<NotFoundException>(() => site.Hooks.UpdateAsync(made.Id!, Token));
        await Assert.ThrowsAsync<NotFoundException>(() => site.Hooks.UpdateAsync("..", Token));
    }

    [Fact]
    public async Task Row054_cloud_has_no_webhooks_and_says_why()
    {
        await using HookedSite site = await HookedSite.StartAsync(edition: ConfluenceEdition.Cloud);
        Assert.Same(SubscriptionUpkeep.None, await site.MaintainAsync());
        Assert.Equal(new NotificationVerdict.Refused(NotificationRefusal.NotConfigured), site.ReceiveSigned(site.Event()));
        Assert.Contains("Forge", (await Assert.ThrowsAsync<ConfigurationException>(() => site.Hooks.ListAsync(Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_there_is_no_webhook()
    {
        await using HookedSite site = await HookedSite.StartAsync(options => options.Notifications.Url = null);
        Assert.Same(SubscriptionUpkeep.None, await site.MaintainAsync());
        await Assert.ThrowsAsync<ConfigurationException>(() => site.Hooks.RegisterAsync(Token));
        Assert.Empty(site.Simulator.Requests);
    }

    [Fact]
    public async Task Row054_sources_are_found_by_name_and_all_together()
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations()
            .AddConfluence(options => (options.BaseUrl, options.ApiToken) = (new("https://acme.atlassian.net"), "t"))
            .AddConfluence("legal", options => (options.BaseUrl, options.ApiToken) = (new("https://wiki.example.test"), "t"));
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(["confluence", "confluence:legal"], provider.GetServices<INotificationSource>().Select(source => source.Name.ToString()).Order(StringComparer.Ordinal));
        Assert.Same(provider.GetRequiredService<IConfluenceWebhooks>(), provider.GetRequiredKeyedService<IConfluenceWebhooks>("confluence"));
        Assert.NotSame(provider.GetRequiredService<IConfluenceWebhooks>(), provider.GetRequiredKeyedService<IConfluenceWebhooks>("confluence:legal"));
    }
}
