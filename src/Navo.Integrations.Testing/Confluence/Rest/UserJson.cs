using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>Users and groups in v1 and Data Center form. E-mail addresses stay hidden, as most profiles have it.</summary>
internal static class UserJson
{
    public static JsonObject Of(SimulatedCall call, SimulatedUser? user)
    {
        var json = user is null ? Anonymous() : call.IsDataCenter ? DataCenter(user) : Cloud(user);
        json["_links"] = new JsonObject { ["base"] = call.Simulator.LinkBase, ["context"] = call.Simulator.ContextPath };
        return json;
    }

    /// <summary>The calling account, with its global permissions where Cloud is asked to expand them.</summary>
    public static JsonObject Current(SimulatedCall call)
    {
        JsonObject json = Of(call, call.User);
        bool isExpanded = call.Query("expand")?.Split(',').Contains("operations", StringComparer.Ordinal) == true;
        if (isExpanded && !call.IsDataCenter && call.User is { } user)
        {
            string[] operations = user.IsAdministrator ? ["use", "administer"] : ["use"];
            json["operations"] = new JsonArray([.. operations.Select(o => new JsonObject { ["operation"] = o, ["targetType"] = "application" })]);
        }

        return json;
    }

    public static JsonObject Of(SimulatedCall call, SimulatedGroup group)
    {
        var json = new JsonObject { ["type"] = "group", ["name"] = group.Name };
        if (!call.IsDataCenter)
        {
            json["id"] = group.Id;
        }

        json["_links"] = new JsonObject();
        return json;
    }

    /// <summary>The account with this account id, or a closed one if the site doesn't know it.</summary>
    public static JsonObject ById(SimulatedCall call, string accountId) =>
        call.State.Users.TryGetValue(accountId, out var user)
            ? Of(call, user)
            : new JsonObject { ["type"] = "unknown", ["accountId"] = accountId, ["displayName"] = "Unknown user", ["_links"] = new JsonObject() };

    private static JsonObject Anonymous() => new()
    {
        ["type"] = "anonymous",
        ["profilePicture"] = Picture(),
        ["displayName"] = "Anonymous",
        ["_expandable"] = new JsonObject(),
    };

    private static JsonObject Cloud(SimulatedUser user) => new()
    {
        ["type"] = "known",
        ["accountId"] = user.AccountId,
        ["accountType"] = "atlassian",
        ["email"] = "",
        ["publicName"] = user.DisplayName,
        ["profilePicture"] = Picture(),
        ["displayName"] = user.DisplayName,
        ["timeZone"] = user.TimeZone,
        ["isExternalCollaborator"] = false,
        ["isGuest"] = false,
        ["_expandable"] = new JsonObject { ["operations"] = "", ["personalSpace"] = "" },
    };

    private static JsonObject DataCenter(SimulatedUser user) => new()
    {
        ["type"] = "known",
        ["username"] = user.Username,
        ["userKey"] = user.UserKey,
        ["profilePicture"] = Picture(),
        ["displayName"] = user.DisplayName,
        ["_expandable"] = new JsonObject { ["status"] = "" },
    };

    private static JsonObject Picture() => new()
    {
        ["path"] = "/images/icons/profilepics/default.svg",
        ["width"] = 48,
        ["height"] = 48,
        ["isDefault"] = true,
    };
}
