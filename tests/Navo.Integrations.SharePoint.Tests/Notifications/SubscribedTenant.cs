using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.SharePoint.Tests.Sync;
using Navo.Integrations.Testing.SharePoint;
using Navo.Integrations.Testing.SharePoint.Model;
using Navo.Integrations.Tests.Notifications;

namespace Navo.Integrations.SharePoint.Tests.Notifications;

/// <summary>A tenant of three libraries, an endpoint, and who subscribes it to them.</summary>
internal sealed class SubscribedTenant : IAsyncDisposable
{
    public const string Secret = "canary-current-secret-of-notifications";
    public const string OldSecret = "canary-previous-secret-of-notifications";

    private SubscribedTenant(SyncBench bench, NotificationReceiver receiver)
    {
        (Bench, Receiver) = (bench, receiver);
        receiver.Source = Source;
    }

    public SyncBench Bench { get; }

    public NotificationReceiver Receiver { get; }

    public FakeTimeProvider Time => Bench.Time;

    public GraphSimulator Simulator => Bench.Simulator;

    public GraphTenant Tenant => Bench.Tenant;

    public INotificationSource Source => Bench.SharePoint.Services.GetRequiredKeyedService<INotificationSource>("sharepoint");

    public ISubscriptionManager Manager => Bench.SharePoint.Services.GetRequiredService<ISubscriptionManager>();

    public string[] Drives => [.. Tenant.Drives.Keys.Order(StringComparer.Ordinal)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SubscribedTenant> StartAsync(Action<SharePointOptions>? configure = null, GraphTenant? tenant = null)
    {
        NotificationReceiver receiver = await NotificationReceiver.StartAsync();
        SyncBench bench = await SyncBench.StartAsync(tenant ?? NewTenant(), configure: options =>
        {
            options.Notifications.Url = receiver.Url;
            options.Notifications.Secret = Secret;
            configure?.Invoke(options);
        });
        return new(bench, receiver);
    }

    public static GraphTenant NewTenant()
    {
        GraphTenant tenant = new(SyncBench.NewTime());
        foreach ((string name, string path) in (IEnumerable<(string, string)>)[("root", string.Empty), ("alpha", "/sites/alpha"), ("beta", "/sites/beta")])
        {
            tenant.AddFile(tenant.AddSite(name, path), $"{name}.txt", "text");
        }

        return tenant;
    }

    public GraphItem File(string site) => Tenant.Find($"{site}.txt");

    public void Edit(string site) => Tenant.Save(File(site).Id, GraphTenant.Person("ada"), $"text of {Time.GetUtcNow():O}");

    public Task<SubscriptionUpkeep> MaintainAsync(params IReadOnlyCollection<SourceNotification> news) => Source.MaintainAsync(news, Token);

    /// <summary>Lets Graph tell, and takes what was proven.</summary>
    public async Task<string[]> TellAsync(bool together = false)
    {
        _ = together ? await Simulator.NotifyTogetherAsync(Token) : await Simulator.NotifyAsync(Token);
        return [.. Receiver.Take().Select(told => $"{told.Kind} {NameOf(told.Partition)}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Lets Graph tell of subscriptions, and takes what was proven.</summary>
    public async Task<IReadOnlyList<SourceNotification>> TellAsync(GraphLifecycleEvent what, string? site = null)
    {
        await Simulator.NotifyLifecycleAsync(what, site is null ? null : File(site).DriveId, Token);
        return Receiver.Take();
    }

    public string? NameOf(string? drive) => drive is null ? null : new[] { "root", "alpha", "beta" }.First(site => File(site).DriveId == drive);

    /// <summary>What the gaps say, in short.</summary>
    public string[] Gaps(SubscriptionUpkeep upkeep) =>
        [.. upkeep.Gaps.Select(gap => $"{NameOf(gap.Partition)} {gap.Reason} {gap.Since:MM-dd}..{gap.Until:MM-dd}").Order(StringComparer.Ordinal)];

    public NotificationVerdict Receive(JsonObject entry) => Receive(new JsonObject { ["value"] = new JsonArray(entry.DeepClone()) }.ToJsonString());

    public NotificationVerdict Receive(string body) => Source.Receive(new() { Body = Encoding.UTF8.GetBytes(body) });

    /// <summary>What Graph would send for the library of a site.</summary>
    public JsonObject Entry(string site)
    {
        GraphSubscription subscription = Simulator.Subscriptions.First(s => s.Resource.Contains(File(site).DriveId, StringComparison.Ordinal));
        return new()
        {
            ["subscriptionId"] = subscription.Id,
            ["clientState"] = subscription.ClientState,
            ["changeType"] = "updated",
            ["resource"] = subscription.Resource,
            ["tenantId"] = Tenant.TenantId,
        };
    }

    /// <summary>Another application's part of the tenant subscribes, to send somewhere else.</summary>
    public async Task SubscribeAsync(Uri address, string site)
    {
        using HttpClient http = new();
        http.DefaultRequestHeaders.Authorization = new("Bearer", Simulator.AppToken());
        JsonObject body = new()
        {
            ["changeType"] = "updated",
            ["resource"] = $"drives/{File(site).DriveId}/root",
            ["notificationUrl"] = address.AbsoluteUri,
            ["expirationDateTime"] = Time.GetUtcNow().AddDays(20).ToString("O"),
        };
        using StringContent content = new(body.ToJsonString(), Encoding.UTF8, "application/json");
        (await http.PostAsync(new Uri($"{Simulator.GraphUrl}/subscriptions"), content, Token)).EnsureSuccessStatusCode();
    }

    public int Posts => Simulator.Requests.Count(request => request.Method == "POST" && request.PathAndQuery == "/v1.0/subscriptions");

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
