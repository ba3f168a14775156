using Navo.Integrations.Testing.SharePoint.Rest;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>Which resource answers which path.</summary>
internal static class GraphRoutes
{
    public static GraphAnswer Answer(GraphCall call) => (call.Method, call.Segments) switch
    {
        ("POST", ["$batch"]) => BatchResource.Answer(call),
        ("POST", ["search", "query"]) => SearchResource.Answer(call),
        (_, ["users" or "groups" or "me", ..]) => DirectoryRoutes.Answer(call),
        ("GET", ["teams"]) => TeamResources.All(call),
        ("GET", ["teams", var team]) => TeamResources.One(call, team),
        ("GET", ["teams", var team, "channels" or "allChannels"]) => TeamResources.Channels(call, team),
        ("GET", ["teams", var team, "channels", var channel]) => TeamResources.Channel(call, team, channel),
        ("GET", ["teams", var team, "channels", var channel, "filesFolder"]) => TeamResources.FilesFolder(call, team, channel),
        ("GET", ["teams", var team, "channels", var channel, "members"]) => TeamResources.Members(call, team, channel),
        ("GET", ["subscriptions"]) => SubscriptionResources.All(call),
        ("GET", ["subscriptions", var subscription]) => SubscriptionResources.One(call, subscription),
        ("PATCH", ["subscriptions", var subscription]) => SubscriptionResources.Renew(call, subscription),
        ("POST", ["subscriptions", var subscription, "reauthorize"]) => SubscriptionResources.Reauthorize(call, subscription),
        ("DELETE", ["subscriptions", var subscription]) => SubscriptionResources.Delete(call, subscription),
        ("GET", ["drives", .. var path]) => DriveRoutes.Answer(call, path),
        ("GET", ["sites", .. var path]) => SiteRoutes.Answer(call, path),
        _ => throw Unknown(call),
    };

    public static GraphError Unknown(GraphCall call) => GraphError.Invalid($"Resource not found for the segment '{call.Segments[^1]}'.");
}
