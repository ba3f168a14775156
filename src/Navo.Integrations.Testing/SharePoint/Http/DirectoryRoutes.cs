using Navo.Integrations.Testing.SharePoint.Rest;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>Users, groups, and what hangs on a user. A signed-in user is also <c>me</c>.</summary>
internal static class DirectoryRoutes
{
    public static GraphAnswer Answer(GraphCall call) => call.Segments switch
    {
        ["me", .. var below] => User(call, call.Caller.UserId ?? throw GraphError.Invalid("/me request is only valid with delegated authentication flow."), below),
        ["users"] when call.Method == "GET" => UserResources.All(call),
        ["users", var user, .. var below] => User(call, user, below),
        ["groups"] when call.Method == "GET" => GroupResources.All(call),
        ["groups", var group, .. var below] when call.Method == "GET" => Group(call, group, below),
        _ => throw GraphRoutes.Unknown(call),
    };

    private static GraphAnswer User(GraphCall call, string user, string[] path) => (call.Method, path) switch
    {
        ("GET", []) => UserResources.One(call, user),
        ("POST", ["checkMemberGroups"]) => UserResources.CheckMemberGroups(call, user),
        ("POST", ["getMemberGroups"]) => UserResources.GetMemberGroups(call, user),
        ("GET", ["memberOf"]) => UserResources.MemberOf(call, user, isTransitive: false),
        ("GET", ["transitiveMemberOf"] or ["transitiveMemberOf", "microsoft.graph.group"]) => UserResources.MemberOf(call, user, isTransitive: true),
        ("GET", ["joinedTeams"]) => TeamResources.Joined(call, user),
        ("GET", ["drives"]) => SiteResources.OneDrives(call, user),
        ("GET", ["drive", .. var below]) => DriveRoutes.Answer(call, [SiteResources.OneDrive(call, user), .. below]),
        _ => throw GraphRoutes.Unknown(call),
    };

    private static GraphAnswer Group(GraphCall call, string group, string[] path) => path switch
    {
        [] => GroupResources.One(call, group),
        ["members"] => GroupResources.Members(call, group),
        ["transitiveMembers"] => GroupResources.TransitiveMembers(call, group),
        ["owners"] => GroupResources.Owners(call, group),
        _ => throw GraphRoutes.Unknown(call),
    };
}
