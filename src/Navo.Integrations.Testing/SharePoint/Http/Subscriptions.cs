using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Rest;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>The subscriptions of the application: the handshake with whoever is to be notified, and the notifications.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/change-notifications-delivery-webhooks"/>.</remarks>
internal sealed class Subscriptions(GraphTenant tenant, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, GraphSubscription> _all = new(StringComparer.Ordinal);
    private readonly Lazy<HttpMessageInvoker> _http = new(() => new(new SocketsHttpHandler { AllowAutoRedirect = false }));
    private int _count;

    /// <summary>Those that have not ended.</summary>
    public IEnumerable<GraphSubscription> Alive => _all.Values.Where(s => s.Expires > time.GetUtcNow()).OrderBy(s => s.Id, StringComparer.Ordinal);

    public string NextId() => GraphIds.Guid($"subscription {Interlocked.Increment(ref _count)}");

    public GraphSubscription? Find(string id) => Alive.FirstOrDefault(s => s.Id == id);

    public void Put(GraphSubscription subscription) => _all[subscription.Id] = subscription;

    public void Remove(string id) => _all.TryRemove(id, out _);

    /// <summary>Whether an address answers the handshake: with the token itself, as plain text.</summary>
    public async Task<bool> IsValidAsync(Uri address, CancellationToken cancellationToken)
    {
        string token = $"Validation: Testing client application reachability {NextId()} +&é";
        string separator = address.Query.Length > 0 ? "&" : "?";
        Uri asked = new($"{address.AbsoluteUri}{separator}validationToken={Uri.EscapeDataString(token)}");
        (int status, string? type, string text) = await PostAsync(asked, new StringContent(string.Empty, Encoding.UTF8, "text/plain"), cancellationToken).ConfigureAwait(false);
        return status == 200 && type == "text/plain" && text == token;
    }

    /// <summary>Tells every subscriber who has not been told yet that something changed. Returns how many took it.</summary>
    public async Task<int> NotifyAsync(CancellationToken cancellationToken)
    {
        int taken = 0;
        foreach (GraphSubscription subscription in Alive.Where(HasNews).ToArray())
        {
            (int status, _, _) = await PostAsync(subscription.NotificationUrl, Notification(subscription), cancellationToken).ConfigureAwait(false);
            if (status is >= 200 and < 300)
            {
                taken++;
                Put(subscription with { ToldUntil = tenant.Changes });
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

    private bool HasNews(GraphSubscription subscription) =>
        tenant.Items.Values.Any(item => item.Change > subscription.ToldUntil && subscription.Resource.Contains(item.DriveId, StringComparison.Ordinal));

    private StringContent Notification(GraphSubscription subscription) => new(
        new JsonObject
        {
            ["value"] = new JsonArray(new JsonObject
            {
                ["subscriptionId"] = subscription.Id,
                ["subscriptionExpirationDateTime"] = GraphJsonWriter.Time(subscription.Expires),
                ["clientState"] = subscription.ClientState,
                ["changeType"] = subscription.ChangeType,
                ["resource"] = subscription.Resource,
                ["tenantId"] = tenant.TenantId,
                ["resourceData"] = null,
            }),
        }.ToJsonString(),
        new MediaTypeHeaderValue("application/json", "utf-8"));

    private async Task<(int Status, string? Type, string Text)> PostAsync(Uri address, HttpContent content, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = new(Patience);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = content };
        try
        {
            using HttpResponseMessage response = await _http.Value.SendAsync(request, either.Token).ConfigureAwait(false);
            string text = await response.Content.ReadAsStringAsync(either.Token).ConfigureAwait(false);
            return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, text);
        }
        catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (0, null, string.Empty);     // nobody there, or too slow: the vendor treats both as not taken
        }
    }
}
