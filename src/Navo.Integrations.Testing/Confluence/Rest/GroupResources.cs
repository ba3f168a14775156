using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>Groups and who is in them. On Cloud every signed-in user may ask, on Data Center only administrators learn of members; what lies in a nested group its own list tells.</summary>
internal static class GroupResources
{
    public static void MapCloud(RouteMap map)
    {
        map.Get("/group", All);
        map.Get("/group/by-id", call => Answer.Ok(UserJson.Of(call, ById(call, call.Query("id")))));
        map.Get("/group/{groupId}/membersByGroupId", call => Members(call, ById(call, call.Route("groupId"))));
    }

    public static void MapDataCenter(RouteMap map)
    {
        map.Get("/group", All);
        map.Get("/group/{groupName}", call => Answer.Ok(UserJson.Of(call, ByName(call))));
        map.Get("/group/{groupName}/member", ForAdministrators(call => Members(call, ByName(call))));
        map.Get("/group/{groupName}/groupmember", ForAdministrators(call => List(call, ByName(call).MemberGroupIds.Where(call.State.Groups.ContainsKey).Select(id => call.State.Groups[id]))));
    }

    private static Answer All(SimulatedCall call)
    {
        RequireSignIn(call);
        return List(call, call.State.Groups.Values);
    }

    private static Answer List(SimulatedCall call, IEnumerable<SimulatedGroup> groups)
    {
        List<SimulatedGroup> sorted = [.. groups.OrderBy(group => group.Name, StringComparer.Ordinal)];
        PageSlice<SimulatedGroup> page = Paging.ByOffset(call, sorted, 200, 200);
        return Answer.Ok(Envelope.Offset(call, page, page.Items.Select(group => UserJson.Of(call, group)), sorted.Count));
    }

    private static Answer Members(SimulatedCall call, SimulatedGroup group)
    {
        List<SimulatedUser> users = [.. call.State.Users.Values.Where(user => user.IsActive && user.GroupIds.Contains(group.Id)).OrderBy(user => user.DisplayName, StringComparer.Ordinal)];
        PageSlice<SimulatedUser> page = Paging.ByOffset(call, users, 200, 200);
        return Answer.Ok(Envelope.Offset(call, page, page.Items.Select(user => UserJson.Of(call, user)), users.Count));
    }

    private static SimulatedGroup ById(SimulatedCall call, string? id)
    {
        RequireSignIn(call);
        return call.State.Groups.GetValueOrDefault(id ?? string.Empty) ?? throw ApiErrorException.NotFound("There is no group with the given id");
    }

    private static SimulatedGroup ByName(SimulatedCall call)
    {
        RequireSignIn(call);
        return call.State.Groups.Values.FirstOrDefault(group => group.Name == call.Route("groupName")) ?? throw ApiErrorException.NotFound("There is no group with the given name");
    }

    private static void RequireSignIn(SimulatedCall call)
    {
        if (call.User is null)
        {
            throw ApiErrorException.Forbidden("Not permitted to view groups");
        }
    }

    private static Func<SimulatedCall, Answer> ForAdministrators(Func<SimulatedCall, Answer> resource) =>
        call => call.User is { IsAdministrator: true } ? resource(call) : throw ApiErrorException.Forbidden("Only administrators may view the members of groups");
}
