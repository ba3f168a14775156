using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.AspNetCore.Tests;

/// <summary>From an edit at the source to the change in the copy, over HTTP, and nobody asks in between.</summary>
public sealed class NotifiedSyncTests
{
    private const string Secret = "canary-secret-of-the-notifications-0001";

    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row053_an_edit_in_a_library_reaches_the_copy_by_a_notification()
    {
        GraphTenant tenant = new(_time);
        GraphItem root = tenant.AddSite("alpha", "/sites/alpha");
        GraphItem file = tenant.AddFile(root, "plan.txt", "text");
        tenant.AddFile(tenant.AddSite("beta", "/sites/beta"), "other.txt", "text");
        await using GraphSimulator simulator = await GraphSimulator.StartAsync(new() { Tenant = tenant, TimeProvider = _time }, Token);
        await using SyncedApplication application = await StartAsync(simulator);
        await application.UntilAsync(() => application.Runs.Count > 0 && application.Status.Subscriptions is { Alive: 2 });
        await application.RestAsync();
        (int runs, int told) = (application.Runs.Count, application.Told.Count);
        DateTimeOffset now = _time.GetUtcNow();

        tenant.Save(file.Id, GraphTenant.Person("ada"), "another text");
        Assert.Equal(1, await simulator.NotifyAsync(Token));
        await application.UntilAsync(() => application.Runs.Count > runs);

        Assert.Equal(now, _time.GetUtcNow());
        Assert.EndsWith(file.Id, Assert.IsType<ContentUpserted>(Assert.Single(application.Told.Skip(told))).Id.Value, StringComparison.Ordinal);
        Assert.Equal(file.DriveId, Assert.Single(application.Runs[^1].Partitions).Partition);
    }

    [Fact]
    public async Task Row053_a_subscription_that_the_source_takes_away_is_made_anew_and_the_gap_is_repaired()
    {
        GraphTenant tenant = new(_time);
        GraphItem file = tenant.AddFile(tenant.AddSite("alpha", "/sites/alpha"), "plan.txt", "text");
        await using GraphSimulator simulator = await GraphSimulator.StartAsync(new() { Tenant = tenant, TimeProvider = _time }, Token);
        await using SyncedApplication application = await StartAsync(simulator);
        await application.UntilAsync(() => application.Runs.Count > 0 && application.Status.Subscriptions is { Alive: 1 });
        await application.RestAsync();
        int told = application.Told.Count;

        tenant.Save(file.Id, GraphTenant.Person("ada"), "nobody told of this");
        simulator.LoseNotifications();
        await simulator.NotifyLifecycleAsync(GraphLifecycleEvent.SubscriptionRemoved, file.DriveId, Token);
        await application.UntilAsync(() => application.Told.Count > told);

        Assert.Contains(application.Status.Subscriptions!.Gaps, gap => gap.Partition == file.DriveId && gap.Reason == NotificationGapReason.Removed);
        Assert.IsType<ContentUpserted>(application.Told[^1]);
        Assert.Single(simulator.Subscriptions);
    }

    [Fact]
    public async Task Row054_an_edit_in_data_center_reaches_the_copy_by_a_signed_webhook()
    {
        ConfluenceSite site = ConfluenceSite.CreateKnowledgeBase(_time);
        await using ConfluenceSimulator simulator = await ConfluenceSimulator.StartAsync(new() { Edition = ConfluenceEdition.DataCenter, Site = site, TimeProvider = _time }, Token);
        await using SyncedApplication application = await SyncedApplication.StartAsync(_time, "confluence", (builder, url) => builder.AddConfluence(options =>
        {
            options.BaseUrl = simulator.BaseUrl;
            options.Deployment = Navo.Integrations.Confluence.ConfluenceDeployment.DataCenter;
            options.Username = simulator.Username;
            options.ApiToken = simulator.ApiToken;
            options.Notifications.Url = url;
            options.Notifications.Secret = Secret;
        }));
        await application.UntilAsync(() => application.Runs.Count > 0 && application.Status.Subscriptions is { Alive: 1 });
        await application.RestAsync();
        (int runs, int told) = (application.Runs.Count, application.Told.Count);

        var page = site.State.Contents.Values.First(content => content is { SpaceKey: "ENG", Status: "current", ParentId: not null } && content.Versions[^1].Storage.Length > 0);
        site.Edit(page.Id, site.State.Users.Values.First(user => user.IsAdministrator).AccountId, "<p>changed</p>");
        Assert.True(await simulator.NotifyAsync(Token) > 0);
        await application.UntilAsync(() => application.Runs.Count > runs);

        Assert.Contains(application.Told.Skip(told), change => change is ContentUpserted && change.Id.Value == page.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("ENG", Assert.Single(application.Runs[^1].Partitions).Partition);
    }

    private Task<SyncedApplication> StartAsync(GraphSimulator simulator) => SyncedApplication.StartAsync(_time, "sharepoint", (builder, url) => builder.AddSharePoint(options =>
    {
        options.GraphBaseUrl = simulator.GraphUrl;
        options.AuthorityHost = simulator.AuthorityUrl;
        options.TenantId = simulator.TenantId;
        options.ClientId = simulator.ClientId;
        options.ClientSecret = simulator.ClientSecret;
        options.Notifications.Url = url;
        options.Notifications.Secret = Secret;
    }));
}
