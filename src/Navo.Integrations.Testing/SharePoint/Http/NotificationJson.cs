using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Model;
using Navo.Integrations.Testing.SharePoint.Rest;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>What subscribers are sent.</summary>
internal static class NotificationJson
{
    public static JsonObject Batch(IEnumerable<JsonObject> entries) => new() { ["value"] = new JsonArray([.. entries]) };

    public static JsonObject Change(GraphSubscription subscription, string tenantId) => new()
    {
        ["subscriptionId"] = subscription.Id,
        ["subscriptionExpirationDateTime"] = GraphJsonWriter.Time(subscription.Expires),
        ["clientState"] = subscription.ClientState,
        ["changeType"] = subscription.ChangeType,
        ["resource"] = subscription.Resource,
        ["tenantId"] = tenantId,
        ["resourceData"] = null,
    };

    /// <summary>News of the subscription itself names no resource.</summary>
    public static JsonObject Lifecycle(GraphSubscription subscription, GraphLifecycleEvent what, string tenantId) => new()
    {
        ["lifecycleEvent"] = what switch
        {
            GraphLifecycleEvent.ReauthorizationRequired => "reauthorizationRequired",
            GraphLifecycleEvent.SubscriptionRemoved => "subscriptionRemoved",
            _ => "missed",
        },
        ["subscriptionId"] = subscription.Id,
        ["subscriptionExpirationDateTime"] = GraphJsonWriter.Time(subscription.Expires),
        ["clientState"] = subscription.ClientState,
        ["tenantId"] = tenantId,
    };
}
