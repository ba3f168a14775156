using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>Users and their groups, Cloud v1 and Data Center.</summary>
internal static class UserResources
{
    private const int BulkLimit = 100;

    public static void Map(RouteMap map, bool cloud)
    {
        map.Get("/user/current", call => Answer.Ok(UserJson.Current(call)));
        map.Get("/user", call => Answer.Ok(UserJson.Of(call, Named(call))));
        map.Get("/user/memberof", MemberOf);
        if (cloud)
        {
            map.Get("/user/bulk", Bulk);
        }
    }

    private static SimulatedUser Named(SimulatedCall call)
    {
        RequireSignIn(call);
        return (call.IsDataCenter
            ? call.State.Users.Values.FirstOrDefault(u => u.Username == call.Query("username") || u.UserKey == call.Query("key"))
            : call.State.Users.GetValueOrDefault(call.Query("accountId") ?? ""))
            ?? throw ApiErrorException.NotFound("No user found with the given key, name or account id");
    }

    private static Answer MemberOf(SimulatedCall call)
    {
        var user = Named(call);
        var ids = call.IsDataCenter ? (IEnumerable<string>)call.Access.GroupsOf(user) : user.GroupIds;
        var groups = ids.Where(call.State.Groups.ContainsKey).Select(id => call.State.Groups[id])
            .OrderBy(g => g.Name, StringComparer.Ordinal).ToList();
        var page = Paging.ByOffset(call, groups, 200, 200);
        return Answer.Ok(Envelope.Offset(call, page, page.Items.Select(g => UserJson.Of(call, g)), groups.Count));
    }

    private static Answer Bulk(SimulatedCall call)
    {
        RequireSignIn(call);
        var users = call.QueryList("accountId").Take(BulkLimit)
            .Select(id => call.State.Users.GetValueOrDefault(id)).OfType<SimulatedUser>().ToList();
        var page = new PageSlice<SimulatedUser>(users, 0, BulkLimit, null);
        return Answer.Ok(Envelope.Offset(call, page, users.Select(u => UserJson.Of(call, u)), users.Count));
    }

    private static void RequireSignIn(SimulatedCall call)
    {
        if (call.User is null)
        {
            throw ApiErrorException.Forbidden("Not permitted to use confluence");
        }
    }
}
