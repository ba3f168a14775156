using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Confluence.Rest;

namespace Navo.Integrations.Testing.Confluence.DataCenter;

/// <summary>Spaces and their permissions, which only administrators of the space may read.</summary>
internal static class SpaceResources
{
    public static void Map(RouteMap map)
    {
        map.Get("/space", Spaces);
        map.Get("/space/{spaceKey}", call => Answer.Ok(SpaceJson.Of(call, Require(call))));
        map.Get("/space/{spaceKey}/permissions", Permissions);
    }

    public static SimulatedSpace Require(SimulatedCall call) =>
        call.State.Spaces.TryGetValue(call.Route("spaceKey"), out var space) && call.Access.CanViewSpace(call.User, space)
            ? space
            : throw ApiErrorException.NotFound($"No space found with key : {call.Route("spaceKey")}");

    private static Answer Spaces(SimulatedCall call)
    {
        var keys = call.QueryList("spaceKey");
        var spaces = call.State.Spaces.Values
            .Where(s => call.Access.CanViewSpace(call.User, s)
                && (keys.Count == 0 || keys.Contains(s.Key, StringComparer.OrdinalIgnoreCase))
                && (call.Query("type") ?? s.Type) == s.Type
                && (call.Query("status") ?? s.Status) == s.Status)
            .ToList();
        var page = Paging.ByOffset(call, spaces, 25, 500);
        return Answer.Ok(Envelope.Offset(call, page, page.Items.Select(s => SpaceJson.Of(call, s)), spaces.Count));
    }

    private static Answer Permissions(SimulatedCall call)
    {
        var space = Require(call);
        return call.Access.CanAdministerSpace(call.User, space)
            ? Answer.Ok(new JsonArray([.. space.Grants.Select(g => Grant(call, space, g))]))
            : throw ApiErrorException.Forbidden("Only administrators of the space may read its permissions");
    }

    private static JsonObject Grant(SimulatedCall call, SimulatedSpace space, SpaceGrant grant) => new()
    {
        ["operation"] = new JsonObject { ["targetType"] = "space", ["operationKey"] = grant.Operation },
        ["subject"] = Subject(call, grant),
        ["spaceKey"] = space.Key,
        ["spaceId"] = space.Id,
    };

    private static JsonObject Subject(SimulatedCall call, SpaceGrant grant)
    {
        if (grant.Kind is SpacePrincipalKind.Group)
        {
            var name = call.State.Groups.GetValueOrDefault(grant.PrincipalId ?? "")?.Name;
            return new JsonObject { ["type"] = "group", ["name"] = name, ["displayName"] = name };
        }

        var user = call.State.Users.GetValueOrDefault(grant.PrincipalId ?? "");
        return grant.Kind switch
        {
            SpacePrincipalKind.User => new JsonObject
            {
                ["type"] = "known",
                ["userKey"] = user?.UserKey,
                ["displayName"] = user?.DisplayName,
            },
            SpacePrincipalKind.Everyone => new JsonObject { ["type"] = "group", ["name"] = "confluence-users", ["displayName"] = "confluence-users" },
            _ => new JsonObject { ["type"] = "anonymous", ["displayName"] = "Anonymous" },
        };
    }
}
