using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>A space in v1 and Data Center form.</summary>
internal static class SpaceJson
{
    public static JsonObject Of(SimulatedCall call, SimulatedSpace space) => new()
    {
        ["id"] = space.Id,
        ["key"] = space.Key,
        ["name"] = space.Name,
        ["type"] = space.Type,
        ["status"] = space.Status,
        ["_expandable"] = new JsonObject { ["homepage"] = space.HomepageId is { } id ? $"/rest/api/content/{id}" : "" },
        ["_links"] = new JsonObject
        {
            ["webui"] = "/spaces/" + space.Key,
            ["self"] = $"{call.Simulator.LinkBase}/rest/api/space/{space.Key}",
        },
    };
}
