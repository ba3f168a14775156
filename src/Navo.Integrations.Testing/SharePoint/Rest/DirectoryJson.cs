using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Users and groups in the shapes of the directory. It gives some members only when they are asked for.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/api/user-get"/>.</remarks>
internal static class DirectoryJson
{
    public static JsonObject User(GraphCall call, GraphUser user)
    {
        JsonObject json = new()
        {
            ["@odata.type"] = "#microsoft.graph.user",
            ["id"] = user.Id,
            ["displayName"] = user.DisplayName,
            ["userPrincipalName"] = user.UserPrincipalName,
            ["mail"] = user.UserPrincipalName,
        };
        if (call.Query("$select") is not null)
        {
            json["userType"] = user.IsGuest ? "Guest" : "Member";
            json["accountEnabled"] = user.IsEnabled;
            json["externalUserState"] = user.IsGuest ? "Accepted" : null;
        }

        return json;
    }

    public static JsonObject Group(GraphCall call, GraphGroup group) => new()
    {
        ["@odata.type"] = "#microsoft.graph.group",
        ["id"] = group.Id,
        ["displayName"] = group.DisplayName,
        ["groupTypes"] = IsTeam(call, group) ? new JsonArray("Unified") : [],
        ["resourceProvisioningOptions"] = IsTeam(call, group) ? new JsonArray("Team") : [],
        ["mailEnabled"] = IsTeam(call, group),
        ["securityEnabled"] = !IsTeam(call, group),
        ["visibility"] = group.HidesMembers ? "HiddenMembership" : IsTeam(call, group) ? "Private" : null,
    };

    /// <summary>A member of a group, user or group.</summary>
    public static JsonObject Member(GraphCall call, string id) =>
        call.Tenant.Users.TryGetValue(id, out GraphUser? user) ? User(call, user) : Group(call, call.Tenant.Groups[id]);

    private static bool IsTeam(GraphCall call, GraphGroup group) => call.Tenant.Teams.ContainsKey(group.Id);
}
