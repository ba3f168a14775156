using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.RestV2;

/// <summary>Lookups of many ids in one call.</summary>
internal static class BulkResources
{
    public static void Map(RouteMap map)
    {
        map.Post("/users-bulk", Users);
        map.Post("/content/convert-ids-to-types", Types);
    }

    private static Answer Users(SimulatedCall call)
    {
        var users = Strings(call, "accountIds").Select(id => call.State.Users.GetValueOrDefault(id)).OfType<SimulatedUser>();
        return Answer.Ok(new JsonObject
        {
            ["results"] = new JsonArray([.. users.Select(Of)]),
            ["_links"] = new JsonObject { ["base"] = call.Simulator.LinkBase },
        });
    }

    private static Answer Types(SimulatedCall call)
    {
        var types = new JsonObject();
        foreach (var id in Strings(call, "contentIds"))
        {
            var content = call.FindVisible(id);
            types[id] = content is null ? null
                : content.Type is SimulatedContentType.Comment ? content.Passage is null ? "footer-comment" : "inline-comment" : ContentNames.TypeOf(content);
        }

        return Answer.Ok(new JsonObject { ["results"] = types });
    }

    private static List<string> Strings(SimulatedCall call, string member) => call.ReadBody()[member] is JsonArray array
        ? [.. array.Select(n => n?.ToString() ?? "").Distinct(StringComparer.Ordinal)]
        : throw ApiErrorException.BadRequest($"'{member}' is required");

    private static JsonObject Of(SimulatedUser user) => new()
    {
        ["displayName"] = user.DisplayName,
        ["timeZone"] = user.TimeZone,
        ["isExternalCollaborator"] = false,
        ["accountStatus"] = user.IsActive ? "active" : "inactive",
        ["accountId"] = user.AccountId,
        ["email"] = "",
        ["accountType"] = "atlassian",
        ["publicName"] = user.DisplayName,
        ["profilePicture"] = new JsonObject { ["path"] = "/images/icons/profilepics/default.svg", ["isDefault"] = true },
    };
}
