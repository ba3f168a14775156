using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;
using Navo.Integrations.Testing.Confluence.Rest;

namespace Navo.Integrations.Testing.Confluence.RestV2;

/// <summary>Spaces and their permissions. Grants to everyone and to anonymous have no principal here, as in the real answer.</summary>
internal static class SpaceResources
{
    public static void Map(RouteMap map)
    {
        map.Get("/spaces", Spaces);
        map.Get("/spaces/{spaceId}", call => Answer.Ok(Of(Require(call))));
        map.Get("/spaces/{spaceId}/permissions", Permissions);
    }

    public static SimulatedSpace Require(SimulatedCall call) =>
        call.State.Spaces.Values.FirstOrDefault(s => ContentV2Json.Id(s.Id) == call.Route("spaceId") && call.Access.CanViewSpace(call.User, s))
        ?? throw ApiErrorException.NotFound("Not Found");

    private static Answer Spaces(SimulatedCall call)
    {
        var ids = call.QueryList("ids");
        var keys = call.QueryList("keys");
        var spaces = call.State.Spaces.Values
            .Where(s => call.Access.CanViewSpace(call.User, s)
                && (ids.Count == 0 || ids.Contains(ContentV2Json.Id(s.Id), StringComparer.Ordinal))
                && (keys.Count == 0 || keys.Contains(s.Key, StringComparer.OrdinalIgnoreCase))
                && (call.Query("type") ?? s.Type) == s.Type
                && (call.Query("status") ?? s.Status) == s.Status)
            .OrderBy(s => s.Id).ToList();
        return Envelope.V2(call, Paging.ByCursor(call, spaces, 25, 250), Of);
    }

    private static Answer Permissions(SimulatedCall call)
    {
        var grants = Require(call).Grants.Where(g => g.PrincipalId is not null).Index().ToList();
        return Envelope.V2(call, Paging.ByCursor(call, grants, 25, 250), g => new JsonObject
        {
            ["id"] = ContentV2Json.Id(g.Index + 1),
            ["principal"] = new JsonObject
            {
                ["type"] = g.Item.Kind is SpacePrincipalKind.User ? "user" : "group",
                ["id"] = g.Item.PrincipalId,
            },
            ["operation"] = new JsonObject { ["key"] = g.Item.Operation, ["targetType"] = "space" },
        });
    }

    private static JsonObject Of(SimulatedSpace space) => new()
    {
        ["id"] = ContentV2Json.Id(space.Id),
        ["key"] = space.Key,
        ["name"] = space.Name,
        ["type"] = space.Type,
        ["status"] = space.Status,
        ["authorId"] = null,
        ["createdAt"] = Timestamps.Of(space.CreatedAt),
        ["homepageId"] = space.HomepageId is { } id ? ContentV2Json.Id(id) : null,
        ["description"] = null,
        ["icon"] = null,
        ["_links"] = new JsonObject { ["webui"] = "/spaces/" + space.Key },
    };
}
