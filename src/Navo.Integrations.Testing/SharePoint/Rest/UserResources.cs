using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Users and the groups that they are in.</summary>
internal static class UserResources
{
    private const int MaxGroups = 20;

    public static GraphAnswer All(GraphCall call) => call.Page(
        [.. call.Tenant.Users.Values.Where(DirectoryFilter.Parse(call.Query("$filter")).Matches).OrderBy(user => user.Id, StringComparer.Ordinal).Select(user => DirectoryJson.User(call, user))], 100);

    public static GraphAnswer One(GraphCall call, string id) => GraphAnswer.Ok(DirectoryJson.User(call, Find(call, id)));

    public static GraphAnswer CheckMemberGroups(GraphCall call, string id)
    {
        GraphUser user = Find(call, id);
        string[] asked = [.. (call.ReadBody()["groupIds"] as JsonArray ?? throw GraphError.Invalid("groupIds is missing.")).Select(node => node!.GetValue<string>())];
        if (asked.Length > MaxGroups)
        {
            throw new GraphError(400, "Request_BadRequest", "The number of group ids is more than 20.");
        }

        IReadOnlySet<string> groups = call.Tenant.GroupsOf(user.Id);
        return Ids(asked.Where(groups.Contains));
    }

    public static GraphAnswer GetMemberGroups(GraphCall call, string id) => Ids(call.Tenant.GroupsOf(Find(call, id).Id).Order(StringComparer.Ordinal));

    public static GraphAnswer MemberOf(GraphCall call, string id, bool isTransitive)
    {
        string user = Find(call, id).Id;
        IEnumerable<GraphGroup> groups = isTransitive
            ? call.Tenant.GroupsOf(user).Select(group => call.Tenant.Groups[group])
            : call.Tenant.Groups.Values.Where(group => group.Members.Contains(user));
        return call.Page([.. groups.OrderBy(group => group.Id, StringComparer.Ordinal).Select(group => DirectoryJson.Group(call, group))], 100);
    }

    public static GraphUser Find(GraphCall call, string id) =>
        call.Tenant.Users.GetValueOrDefault(id)
        ?? call.Tenant.Users.Values.FirstOrDefault(user => user.UserPrincipalName.Equals(id, StringComparison.OrdinalIgnoreCase))
        ?? throw GraphError.NotInDirectory();

    private static GraphAnswer Ids(IEnumerable<string> ids) => GraphAnswer.Ok(new JsonObject { ["value"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) });
}
