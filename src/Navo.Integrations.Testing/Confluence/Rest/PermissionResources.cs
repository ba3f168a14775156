using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>Cloud's check whether a user or group may do something with a content.</summary>
internal static class PermissionResources
{
    public static void Map(RouteMap map) => map.Post("/content/{id}/permission/check", Check);

    private static Answer Check(SimulatedCall call)
    {
        var body = call.ReadBody();
        var type = Text(body["subject"]?["type"]);
        var identifier = Text(body["subject"]?["identifier"]);
        if (identifier is null || type is not ("user" or "group") || Text(body["operation"]) is not ("read" or "update" or "delete"))
        {
            throw ApiErrorException.BadRequest("The subject or operation is missing or invalid");
        }

        var own = type is "user" && identifier == call.User?.AccountId;
        if (!own && call.User is not { IsAdministrator: true })
        {
            throw ApiErrorException.Forbidden("Only a Confluence administrator may check the permissions of others");
        }

        var content = call.Content();
        return Answer.Ok(Result(call.Access.CanView(Subject(call, type, identifier), content)));
    }

    /// <summary>A group is checked as a user who is a member of that group only.</summary>
    private static SimulatedUser Subject(SimulatedCall call, string type, string identifier) => type is "user"
        ? call.State.Users.GetValueOrDefault(identifier)
            ?? throw ApiErrorException.BadRequest("There is no user with this account id")
        : call.State.Groups.ContainsKey(identifier)
            ? new SimulatedUser { AccountId = "", UserKey = "", Username = "", DisplayName = "", Email = "", GroupIds = [identifier] }
            : throw ApiErrorException.BadRequest("There is no group with this id");

    private static JsonObject Result(bool allowed) => new()
    {
        ["hasPermission"] = allowed,
        ["errors"] = allowed
            ? new JsonArray()
            : new JsonArray(new JsonObject { ["translation"] = "The user cannot view this content", ["args"] = new JsonArray() }),
        ["_links"] = new JsonObject(),
    };

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
