using System.Globalization;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Subscriptions to the changes of libraries. Whoever is to be notified must answer a handshake first.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/subscription-post-subscriptions"/>.</remarks>
internal static class SubscriptionResources
{
    private const int MaxClientState = 128;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(42_300);

    public static GraphAnswer All(GraphCall call) => call.Page([.. call.Server.Subscriptions.Alive.Select(Json)]);

    public static GraphAnswer One(GraphCall call, string id) => GraphAnswer.Ok(Json(Find(call, id)));

    public static GraphAnswer Delete(GraphCall call, string id)
    {
        call.Server.Subscriptions.Remove(Find(call, id).Id);
        return new(204, null);
    }

    /// <summary>Renews a subscription, which authorizes it again too: nothing but its end can be changed.</summary>
    public static GraphAnswer Renew(GraphCall call, string id)
    {
        GraphSubscription renewed = Find(call, id) with { Expires = End(call, call.ReadBody()), IsPaused = false };
        call.Server.Subscriptions.Put(renewed);
        return GraphAnswer.Ok(Json(renewed));
    }

    public static GraphAnswer Reauthorize(GraphCall call, string id)
    {
        call.Server.Subscriptions.Put(Find(call, id) with { IsPaused = false });
        return new(204, null);
    }

    public static async Task<GraphAnswer> CreateAsync(GraphCall call, CancellationToken cancellationToken)
    {
        GraphSubscription asked = Read(call, call.ReadBody());
        foreach (Uri? address in (Uri?[])[asked.NotificationUrl, asked.LifecycleNotificationUrl])
        {
            if (address is not null && !await call.Server.Subscriptions.IsValidAsync(address, cancellationToken).ConfigureAwait(false))
            {
                throw new GraphError(400, "ValidationError", "Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.");
            }
        }

        GraphSubscription made = asked with { Id = call.Server.Subscriptions.NextId() };
        call.Server.Subscriptions.Put(made);
        JsonObject answer = Json(made);
        answer["clientState"] = made.ClientState; // told to whoever made it, and not again
        return new(201, answer);
    }

    private static GraphSubscription Read(GraphCall call, JsonObject body)
    {
        string resource = Text(body, "resource").Trim('/');
        string[] path = resource.Split('/');
        if (path is not ["drives", var drive, "root"] || call.Drive(drive) is null)
        {
            throw GraphError.Invalid("The resource is not one that can be subscribed to.");
        }

        string? state = body["clientState"]?.GetValue<string>();
        if (Text(body, "changeType") != "updated" || state?.Length > MaxClientState)
        {
            throw GraphError.Invalid("Libraries tell of updates only, and the client's state has at most 128 characters.");
        }

        return new(string.Empty, resource, "updated", Address(Text(body, "notificationUrl")), End(call, body))
        {
            ClientState = state,
            LifecycleNotificationUrl = body["lifecycleNotificationUrl"]?.GetValue<string>() is { } address ? Address(address) : null,
            IncludesSecurity = call.Prefers("includesecuritywebhooks"),
            ToldUntil = call.Tenant.Changes,
        };
    }

    private static DateTimeOffset End(GraphCall call, JsonObject body)
    {
        DateTimeOffset now = call.Server.Time.GetUtcNow();
        return DateTimeOffset.TryParse(Text(body, "expirationDateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset end) && end > now && end <= now + Longest
            ? end
            : throw GraphError.Invalid("Subscription expiration can only be 42300 minutes in the future.");
    }

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
        ? address
        : throw GraphError.Invalid("Notifications go to addresses with https, on loopback also without.");

    private static string Text(JsonObject body, string name) => body[name]?.GetValue<string>() ?? throw GraphError.Invalid($"{name} is missing.");

    private static GraphSubscription Find(GraphCall call, string id) => call.Server.Subscriptions.Find(id) ?? throw new GraphError(404, "ResourceNotFound", "The object was not found.");

    private static JsonObject Json(GraphSubscription subscription) => new()
    {
        ["id"] = subscription.Id,
        ["resource"] = subscription.Resource,
        ["changeType"] = subscription.ChangeType,
        ["notificationUrl"] = subscription.NotificationUrl.AbsoluteUri,
        ["lifecycleNotificationUrl"] = subscription.LifecycleNotificationUrl?.AbsoluteUri,
        ["expirationDateTime"] = GraphJsonWriter.Time(subscription.Expires),
        ["clientState"] = null,
    };
}
