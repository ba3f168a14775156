using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Teams, their channels, and where the files of those are.</summary>
internal static class TeamResources
{
    public static GraphAnswer All(GraphCall call) => call.Page(call.Tenant.Teams.Values.OrderBy(team => team.DisplayName, StringComparer.Ordinal).Select(Json));

    public static GraphAnswer One(GraphCall call, string team) => GraphAnswer.Ok(Json(Team(call, team)));

    public static GraphAnswer Joined(GraphCall call, string user)
    {
        string id = UserResources.Find(call, user).Id;
        IReadOnlySet<string> groups = call.Tenant.GroupsOf(id);
        return call.Page(call.Tenant.Teams.Values.Where(team => groups.Contains(team.Id)).OrderBy(team => team.DisplayName, StringComparer.Ordinal).Select(Json));
    }

    public static GraphAnswer Channels(GraphCall call, string team) => call.Page([.. Team(call, team).Channels.Where(channel => Sees(call, channel)).Select(channel => Json(call, channel))]);

    public static GraphAnswer Channel(GraphCall call, string team, string channel) => GraphAnswer.Ok(Json(call, Find(call, team, channel)));

    public static GraphAnswer FilesFolder(GraphCall call, string team, string channel)
    {
        JsonObject folder = GraphJsonWriter.Item(call.Tenant, call.Tenant.Items[Find(call, team, channel).FolderId]);
        folder["parentReference"] = new JsonObject { ["driveId"] = folder["parentReference"]!["driveId"]!.GetValue<string>(), ["driveType"] = "documentLibrary" };
        return GraphAnswer.Ok(folder);
    }

    public static GraphAnswer Members(GraphCall call, string team, string channel) => call.Page(Find(call, team, channel).Members.Select((id, i) => (JsonNode)new JsonObject
    {
        ["@odata.type"] = "#microsoft.graph.aadUserConversationMember",
        ["id"] = $"member{i}",
        ["roles"] = i == 0 ? new JsonArray("owner") : call.Tenant.Users[id].IsGuest ? new JsonArray("guest") : new JsonArray(),
        ["displayName"] = call.Tenant.Users[id].DisplayName,
        ["userId"] = id,
        ["email"] = call.Tenant.Users[id].UserPrincipalName,
        ["tenantId"] = call.Tenant.TenantId,
    }));

    private static GraphTeam Team(GraphCall call, string id) => call.Tenant.Teams.GetValueOrDefault(id) ?? throw GraphError.NotFound();

    private static GraphChannel Find(GraphCall call, string team, string id) => Team(call, team).Channels.FirstOrDefault(channel => channel.Id == id && Sees(call, channel)) ?? throw GraphError.NotFound();

    /// <summary>Private and shared channels show to their members only.</summary>
    private static bool Sees(GraphCall call, GraphChannel channel) => call.Caller.UserId is not { } user || channel.MembershipType == "standard" || channel.Members.Contains(user);

    private static JsonObject Json(GraphCall call, GraphChannel channel) => new()
    {
        ["id"] = channel.Id,
        ["displayName"] = channel.DisplayName,
        ["membershipType"] = channel.MembershipType,
        ["tenantId"] = call.Tenant.TenantId,
        ["createdDateTime"] = "2026-01-01T08:00:00Z",
    };

    private static JsonNode Json(GraphTeam team) => new JsonObject { ["id"] = team.Id, ["displayName"] = team.DisplayName, ["description"] = $"Team {team.DisplayName}", ["isArchived"] = false, ["visibility"] = "private" };
}
