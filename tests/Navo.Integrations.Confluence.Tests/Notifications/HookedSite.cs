using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Confluence.Tests.Sync;
using Navo.Integrations.Core.Notifications;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Tests.Notifications;

namespace Navo.Integrations.Confluence.Tests.Notifications;

/// <summary>A Data Center of two spaces, an endpoint, and who has it told of events.</summary>
internal sealed class HookedSite : IAsyncDisposable
{
    public const string Secret = "canary-current-secret";
    public const string OldSecret = "canary-previous-secret";

    private readonly SimulatedConfluence _confluence;

    private HookedSite(SimulatedConfluence confluence, NotificationReceiver receiver, FakeTimeProvider time)
    {
        (_confluence, Receiver, Time) = (confluence, receiver, time);
        Editor = new(confluence.Simulator.Site);
        Editor.Clear();
        receiver.Source = Source;
    }

    public NotificationReceiver Receiver { get; }

    public FakeTimeProvider Time { get; }

    public SiteEditor Editor { get; }

    public ConfluenceSimulator Simulator => _confluence.Simulator;

    public string Output => _confluence.Output.Text;

    public INotificationSource Source => _confluence.Services.GetRequiredKeyedService<INotificationSource>("confluence");

    public IConfluenceWebhooks Hooks => _confluence.Services.GetRequiredService<IConfluenceWebhooks>();

    public long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<HookedSite> StartAsync(
        Action<ConfluenceOptions>? configure = null, ConfluenceEdition edition = ConfluenceEdition.DataCenter, string? account = null, int? maxPageSize = null)
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        NotificationReceiver receiver = await NotificationReceiver.StartAsync();
        SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(
            edition,
            time,
            options =>
            {
                options.Http.MaxRetryAttempts = 0;
                options.Http.BreakerMinimumThroughput = int.MaxValue;
                options.Notifications.Url = edition == ConfluenceEdition.DataCenter ? receiver.Url : null;
                options.Notifications.Secret = Secret;
                configure?.Invoke(options);
            },
            maxPageSize,
            connect: (simulator, options) => options.ApiToken = account is null ? options.ApiToken : simulator.Account(account).ApiToken,
            site: ConfluenceSite.CreateKnowledgeBase(time));
        return new(confluence, receiver, time);
    }

    public Task<SubscriptionUpkeep> MaintainAsync() => Source.MaintainAsync([], Token);

    /// <summary>Lets the instance tell, and takes what was proven.</summary>
    public async Task<string[]> TellAsync()
    {
        await Simulator.NotifyAsync(Token);
        return [.. Receiver.Take().Select(told => $"{told.Kind} {told.Partition}").Order(StringComparer.Ordinal)];
    }

    public SimulatedWebhook Hook => Simulator.Webhooks.Single();

    public NotificationVerdict Receive(string body, string? signature, string? key = null)
    {
        Dictionary<string, string> headers = new() { ["Content-Type"] = "application/json" };
        if (signature is not null)
        {
            headers["x-hub-signature"] = signature;
        }

        if (key is not null)
        {
            headers["X-Event-Key"] = key;
        }

        return Source.Receive(new() { Body = Encoding.UTF8.GetBytes(body), Headers = headers });
    }

    public NotificationVerdict ReceiveSigned(string body, string? key = null) => Receive(body, Sign(body), key);

    public string Event(string space = "AAA", string name = "page_updated", long? at = null) => $$$"""{"timestamp":{{{at ?? Now}}},"event":"{{{name}}}","page":{"id":1,"spaceKey":"{{{space}}}"}}""";

    public static string Sign(string body, string secret = Secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)));

    public async ValueTask DisposeAsync()
    {
        await _confluence.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
