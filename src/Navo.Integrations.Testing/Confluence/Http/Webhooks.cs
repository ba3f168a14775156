using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>The webhooks of a Data Center, and what they tell.</summary>
/// <remarks><see href="https://developer.atlassian.com/server/confluence/webhooks/"/>.</remarks>
internal sealed class Webhooks(ConfluenceSite site) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<int, SimulatedWebhook> _all = new();
    private readonly Lazy<HttpMessageInvoker> _http = new(() => new(new SocketsHttpHandler { AllowAutoRedirect = false }));
    private SiteState _told = site.State;
    private int _count;

    /// <summary>Whether the signature names its algorithm.</summary>
    public bool SignsWithPrefix { get; set; } = true;

    public IEnumerable<SimulatedWebhook> All => _all.Values.OrderBy(hook => hook.Id);

    public int NextId() => Interlocked.Increment(ref _count);

    public SimulatedWebhook? Find(int id) => _all.GetValueOrDefault(id);

    public void Put(SimulatedWebhook hook) => _all[hook.Id] = hook;

    public bool Remove(int id) => _all.TryRemove(id, out _);

    /// <summary>Tells what happened since the last call, each event by a request of its own and once only. Returns how many were taken.</summary>
    public async Task<int> NotifyAsync(CancellationToken cancellationToken)
    {
        SiteState now = site.State;
        SimulatedEvent[] events = [.. SiteEvents.Between(Interlocked.Exchange(ref _told, now), now)];
        int taken = 0;
        foreach (SimulatedWebhook hook in All.Where(hook => hook.IsActive).ToArray())
        {
            foreach (SimulatedEvent told in events.Where(e => hook.Events.Contains(e.Name, StringComparer.Ordinal)))
            {
                string outcome = await PostAsync(hook, told, cancellationToken).ConfigureAwait(false);
                taken += outcome == "SUCCESS" ? 1 : 0;
                Put(_all[hook.Id] with { LatestOutcome = outcome, LatestEvent = told.Name, LatestAt = site.TimeProvider.GetUtcNow() });
            }
        }

        return taken;
    }

    public void Dispose()
    {
        if (_http.IsValueCreated)
        {
            _http.Value.Dispose();
        }
    }

    private async Task<string> PostAsync(SimulatedWebhook hook, SimulatedEvent told, CancellationToken cancellationToken)
    {
        JsonObject body = new()
        {
            ["timestamp"] = site.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds(),
            ["event"] = told.Name,
            ["userKey"] = "ff80808154510724015451074c160001",
            [told.Holder] = told.Subject.DeepClone(),
        };
        byte[] bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        using ByteArrayContent content = new(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpRequestMessage request = new(HttpMethod.Post, hook.Url) { Content = content };
        request.Headers.Add("X-Event-Key", told.Name);
        request.Headers.Add("X-Request-Id", Guid.NewGuid().ToString());
        if (hook.Secret is { Length: > 0 } secret)
        {
            string hex = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes));
            request.Headers.Add("X-Hub-Signature", SignsWithPrefix ? $"sha256={hex}" : hex);
        }

        return await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = new(Patience);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using HttpResponseMessage response = await _http.Value.SendAsync(request, either.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? "SUCCESS" : "FAILURE";
        }
        catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return "ERROR";
        }
    }
}
