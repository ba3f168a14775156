using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Users and their groups.</summary>
internal static class DirectoryResources
{
    private const int MaxGroups = 20;

    public static GraphAnswer User(GraphCall call, string id)
    {
        GraphUser user = Find(call, id);
        return GraphAnswer.Ok(new JsonObject
        {
            ["id"] = user.Id,
            ["displayName"] = user.DisplayName,
            ["userPrincipalName"] = user.UserPrincipalName,
            ["mail"] = user.UserPrincipalName,
            ["userType"] = user.IsGuest ? "Guest" : "Member",
            ["accountEnabled"] = user.IsEnabled,
        });
    }

    public static GraphAnswer CheckMemberGroups(GraphCall call, string id)
    {
        GraphUser user = Find(call, id);
        string[] asked = [.. (call.ReadBody()["groupIds"] as JsonArray ?? throw GraphError.Invalid("groupIds is missing.")).Select(node => node!.GetValue<string>())];
        if (asked.Length > MaxGroups)
        {
            throw new GraphError(400, "Request_BadRequest", "The number of group ids is more than 20.");
        }

        IReadOnlySet<string> groups = call.Tenant.GroupsOf(user.Id);
        return GraphAnswer.Ok(new JsonObject { ["value"] = new JsonArray([.. asked.Where(groups.Contains).Select(group => (JsonNode)group)]) });
    }

    public static GraphUser Find(GraphCall call, string id) =>
        call.Tenant.Users.GetValueOrDefault(id)
        ?? call.Tenant.Users.Values.FirstOrDefault(user => user.UserPrincipalName.Equals(id, StringComparison.OrdinalIgnoreCase))
        ?? throw new GraphError(404, "Request_ResourceNotFound", "Resource does not exist or one of its queried reference-property objects are not present.");
}
