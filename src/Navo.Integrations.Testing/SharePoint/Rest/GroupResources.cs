using System.Text.Json.Nodes;
using Navo.Integrations.Testing.SharePoint.Http;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Testing.SharePoint.Rest;

/// <summary>Groups of the directory and their members.</summary>
internal static class GroupResources
{
    public static GraphAnswer All(GraphCall call)
    {
        bool onlyTeams = call.Query("$filter") is { } filter
            && (filter.Replace(" ", string.Empty, StringComparison.Ordinal) == "resourceProvisioningOptions/Any(x:xeq'Team')"
                ? true
                : throw new GraphError(400, "Request_UnsupportedQuery", "Unsupported or invalid query filter clause."));
        IEnumerable<GraphGroup> groups = call.Tenant.Groups.Values.Where(group => !onlyTeams || call.Tenant.Teams.ContainsKey(group.Id));
        return call.Page([.. groups.OrderBy(group => group.Id, StringComparer.Ordinal).Select(group => DirectoryJson.Group(call, group))], 100);
    }

    public static GraphAnswer One(GraphCall call, string id) => GraphAnswer.Ok(DirectoryJson.Group(call, Find(call, id)));

    public static GraphAnswer Members(GraphCall call, string id) => List(call, Shown(Find(call, id)));

    public static GraphAnswer Owners(GraphCall call, string id) => List(call, Find(call, id).Owners);

    /// <summary>All users and groups below; a group that holds itself through others is among them.</summary>
    public static GraphAnswer TransitiveMembers(GraphCall call, string id)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        Queue<string> left = new([Find(call, id).Id]);
        while (left.TryDequeue(out string? at))
        {
            foreach (string member in (call.Tenant.Groups.TryGetValue(at, out GraphGroup? group) ? Shown(group) : []).Where(found.Add))
            {
                left.Enqueue(member);
            }
        }

        return List(call, found.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Shown(GraphGroup group) => group.HidesMembers ? [] : group.Members;

    private static GraphAnswer List(GraphCall call, IEnumerable<string> members) => call.Page([.. members.Select(member => (JsonNode)DirectoryJson.Member(call, member))], 100);

    private static GraphGroup Find(GraphCall call, string id) => call.Tenant.Groups.GetValueOrDefault(id) ?? throw GraphError.NotInDirectory();
}
