using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Rest;

namespace Navo.Integrations.Testing.Confluence.RestV2;

/// <summary>Roles: absent unless the site has any.</summary>
internal static class RoleResources
{
    public static void Map(RouteMap map)
    {
        map.Get("/space-role-mode", call => Required(call, Answer.Ok(new JsonObject { ["mode"] = "ROLES" })));
        map.Get("/space-roles", call => Required(call, Envelope.V2(call, Paging.ByCursor(call, call.State.Roles, 25, 250), role => new JsonObject
        {
            ["id"] = role.Id,
            ["type"] = "SYSTEM",
            ["name"] = role.Name,
            ["description"] = "",
            ["spacePermissions"] = new JsonArray([.. role.Permissions.Select(p => (JsonNode)p)]),
        })));
        map.Get("/spaces/{spaceId}/role-assignments", call => Required(call, Envelope.V2(
            call,
            Paging.ByCursor(call, SpaceResources.Require(call).RoleAssignments, 25, 250),
            assignment => new JsonObject
            {
                ["principal"] = new JsonObject { ["principalType"] = assignment.PrincipalType, ["principalId"] = assignment.PrincipalId },
                ["roleId"] = assignment.RoleId,
            })));
    }

    private static Answer Required(SimulatedCall call, Answer answer) => call.State.Roles.IsEmpty ? throw ApiErrorException.NotFound("Not Found") : answer;
}
