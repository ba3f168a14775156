using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>What the server says about itself.</summary>
internal static class SystemResources
{
    public static void MapCloud(RouteMap map) => map.Get("/settings/systemInfo", call => Answer.Ok(new JsonObject
    {
        ["cloudId"] = call.Simulator.Site.CloudId,
        ["commitHash"] = "0000000000000000000000000000000000000000",
        ["baseUrl"] = call.Simulator.LinkBase,
        ["edition"] = "PREMIUM",
        ["siteTitle"] = call.Simulator.Site.Title,
        ["defaultLocale"] = "en_GB",
        ["defaultTimeZone"] = call.Simulator.Site.TimeZoneId,
    }));

    public static void MapDataCenter(RouteMap map)
    {
        map.Get("/server-information", ServerInformation);
        map.Get("/accessmode", _ => Answer.Ok(JsonValue.Create("READ_WRITE")));
    }

    private static Answer ServerInformation(SimulatedCall call) => call.User is null
        ? throw ApiErrorException.Unauthorized("Not authenticated")
        : Answer.Ok(new JsonObject
        {
            ["baseUrl"] = call.Simulator.LinkBase,
            ["version"] = "10.0.3",
            ["buildNumber"] = 10110,
            ["marketplaceBuildNumber"] = 10110,
            ["buildDate"] = "2025-10-01T00:00:00.000Z",
        });
}
