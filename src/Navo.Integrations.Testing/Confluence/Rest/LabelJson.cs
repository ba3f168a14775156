using System.Text.Json.Nodes;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Rest;

/// <summary>Labels in the form of v1, v2 and Data Center alike.</summary>
internal static class LabelJson
{
    public static JsonObject List(SimulatedContent content) => new()
    {
        ["results"] = new JsonArray([.. content.Labels.Select(Of)]),
        ["start"] = 0,
        ["limit"] = 200,
        ["size"] = content.Labels.Length,
    };

    public static JsonObject Of(string label) =>
        new() { ["id"] = "label-" + label, ["name"] = label, ["prefix"] = "global", ["label"] = label };

    public static JsonObject V2(string label) => new() { ["id"] = "label-" + label, ["name"] = label, ["prefix"] = "global" };
}
