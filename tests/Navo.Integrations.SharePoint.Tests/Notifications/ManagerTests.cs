using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.SharePoint.Internal;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.SharePoint.Tests.Notifications;

/// <summary>Subscriptions by hand, and how they are registered.</summary>
public sealed class ManagerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row053_a_subscription_is_made_listed_renewed_authorized_and_ended()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        LibrarySubscription made = await bench.Manager.CreateAsync(bench.File("beta").DriveId, Token);
        bench.Time.Advance(TimeSpan.FromDays(5));
        LibrarySubscription renewed = await bench.Manager.RenewAsync(made.Id, Token);
        await bench.Simulator.NotifyLifecycleAsync(GraphLifecycleEvent.ReauthorizationRequired, cancellationToken: Token);
        Assert.True(bench.Simulator.Subscriptions.Single().IsPaused);
        await bench.Manager.ReauthorizeAsync(made.Id, Token);
        Assert.False(bench.Simulator.Subscriptions.Single().IsPaused);

        Assert.Equal(made.Expires.AddDays(5), renewed.Expires);
        Assert.Equal([renewed], await bench.Manager.ListAsync(Token));
        await bench.Manager.DeleteAsync(made.Id, Token);
        await bench.Manager.DeleteAsync(made.Id, Token); // gone is what was wanted
        Assert.Empty(await bench.Manager.ListAsync(Token));
        await Assert.ThrowsAsync<NotFoundException>(() => bench.Manager.RenewAsync(made.Id, Token));
        await Assert.ThrowsAsync<NotFoundException>(() => bench.Manager.ReauthorizeAsync("..", Token));
    }

    [Fact]
    public async Task Row053_an_address_that_does_not_answer_is_said_to_be_the_reason()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        bench.Receiver.IsDown = true;
        InvalidQueryException failure = await Assert.ThrowsAsync<InvalidQueryException>(() => bench.Manager.CreateAsync(bench.Drives[0], Token));
        Assert.Contains("Notifications:Url", failure.Remedy, StringComparison.Ordinal);
        Assert.Equal(3, (await bench.MaintainAsync()).Failures.Count);
        bench.Receiver.IsDown = false;
        Assert.Equal(3, (await bench.MaintainAsync()).Gaps.Count);
    }

    [Fact]
    public async Task Row053_making_one_is_not_repeated_by_itself_and_the_rest_is()
    {
        await using SubscribedTenant bench = await SubscribedTenant.StartAsync();
        IntegrationHttpSettings settings = bench.Bench.SharePoint.Services.GetRequiredKeyedService<SharePointConnection>("sharepoint").HttpSettings;
        bool IsRepeated(HttpMethod method, string path)
        {
            using HttpRequestMessage request = new(method, $"{bench.Simulator.GraphUrl}{path}");
            return settings.IsSafeToRepeat(request);
        }

        Assert.False(IsRepeated(HttpMethod.Post, "/subscriptions"));
        Assert.True(IsRepeated(HttpMethod.Patch, "/subscriptions/1") && IsRepeated(HttpMethod.Delete, "/subscriptions/1") && IsRepeated(HttpMethod.Post, "/subscriptions/1/reauthorize"));
        Assert.False(IsRepeated(HttpMethod.Post, "/groups/1/subscriptions/2"));
    }

    [Fact]
    public async Task Row053_sources_are_found_by_name_and_all_together()
    {
        ServiceCollection services = new();
        services.AddNavoIntegrations()
            .AddSharePoint(options => options.AccessToken = "t")
            .AddSharePoint("legal", options => options.AccessToken = "t");
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(["sharepoint", "sharepoint:legal"], provider.GetServices<INotificationSource>().Select(source => source.Name.ToString()).Order(StringComparer.Ordinal));
        Assert.Same(provider.GetRequiredService<ISubscriptionManager>(), provider.GetRequiredKeyedService<ISubscriptionManager>("sharepoint"));
        Assert.NotSame(provider.GetRequiredService<ISubscriptionManager>(), provider.GetRequiredKeyedService<ISubscriptionManager>("sharepoint:legal"));
        Assert.Same(SubscriptionUpkeep.None, await provider.GetRequiredKeyedService<INotificationSource>("sharepoint:legal").MaintainAsync([], Token));
    }
}
