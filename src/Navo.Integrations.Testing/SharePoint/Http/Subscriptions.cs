using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Model;

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

    /// <summary>Tells every subscriber who has not been told yet that something changed. Returns how many notifications were taken.</summary>
    /// <param name="together">Whether all to one address go in one request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<int> NotifyAsync(bool together, CancellationToken cancellationToken)
    {
        int taken = 0;
        foreach (GraphSubscription[] batch in Alive.Where(HasNews).GroupBy(s => together ? s.NotificationUrl.AbsoluteUri : s.Id, StringComparer.Ordinal).Select(group => group.ToArray()).ToArray())
        {
            JsonObject body = NotificationJson.Batch(batch.Select(s => NotificationJson.Change(s, tenant.TenantId)));
            if (await IsTakenAsync(batch[0].NotificationUrl, body, cancellationToken).ConfigureAwait(false))
            {
                taken += batch.Length;
                Array.ForEach(batch, Told);
            }
        }

        return taken;
    }

    /// <summary>Loses what is to be told. Returns how many subscriptions it concerns.</summary>
    public int Lose()
    {
        GraphSubscription[] losing = [.. Alive.Where(HasNews)];
        Array.ForEach(losing, Told);
        return losing.Length;
    }

    /// <summary>Tells subscribers of the life of their subscriptions. Returns how many took it.</summary>
    public async Task<int> NotifyLifecycleAsync(GraphLifecycleEvent what, string? driveId, CancellationToken cancellationToken)
    {
        int taken = 0;
        foreach (GraphSubscription subscription in Alive.Where(s => driveId is null || s.Resource.Contains(driveId, StringComparison.Ordinal)).ToArray())
        {
            if (what == GraphLifecycleEvent.SubscriptionRemoved)
            {
                Remove(subscription.Id);
            }
            else if (what == GraphLifecycleEvent.ReauthorizationRequired)
            {
                Put(subscription with { IsPaused = true });
            }

            JsonObject body = NotificationJson.Batch([NotificationJson.Lifecycle(subscription, what, tenant.TenantId)]);
            taken += subscription.LifecycleNotificationUrl is { } address && await IsTakenAsync(address, body, cancellationToken).ConfigureAwait(false) ? 1 : 0;
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
        !subscription.IsPaused
        && tenant.Items.Values.Any(item => item.Change > subscription.ToldUntil && subscription.Resource.Contains(item.DriveId, StringComparison.Ordinal));

    private void Told(GraphSubscription subscription) => Put(subscription with { ToldUntil = tenant.Changes });

    private async Task<bool> IsTakenAsync(Uri address, JsonObject body, CancellationToken cancellationToken)
    {
        StringContent content = new(body.ToJsonString(), new MediaTypeHeaderValue("application/json", "utf-8"));
        return (await PostAsync(address, content, cancellationToken).ConfigureAwait(false)).Status is >= 200 and < 300;
    }

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
