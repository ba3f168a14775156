using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>What the days cost.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/usage/costs"/>.</remarks>
internal static class CostResource
{
    private const int MostDays = 180;

    private static readonly string[] Groups = ["project_id", "line_item", "api_key_id"];

    public static JsonObject Get(OpenAiCall call)
    {
        IReadOnlyList<string> by = call.QueryList("group_by");
        return by.FirstOrDefault(g => !Groups.Contains(g)) is { } unknown
            ? throw OpenAiError.InvalidValue("group_by", unknown, Groups)
            : TimeBuckets.Page(call, TimeBuckets.Filtered(call), within => Results(call, within, by), MostDays);
    }

    private static IEnumerable<JsonObject> Results(OpenAiCall call, IEnumerable<OpenAiUsage> within, IReadOnlyList<string> by) =>
        within.SelectMany(u => CostLine.Of(u, call.Organization.Model(u.Model)))
            .GroupBy(l => (
                Item: by.Contains("line_item") ? l.Item : null,
                Project: by.Contains("project_id") ? l.Usage.Key.ProjectId : null,
                Key: by.Contains("api_key_id") ? l.Usage.Key.Id : null))
            .Select(g => new JsonObject
            {
                ["object"] = "organization.costs.result",
                ["amount"] = new JsonObject { ["value"] = g.Sum(l => l.Amount), ["currency"] = "usd" },
                ["line_item"] = g.Key.Item,
                ["project_id"] = g.Key.Project,
                ["api_key_id"] = g.Key.Key,
                ["quantity"] = g.Key.Item is null ? null : g.Sum(l => l.Tokens),
                ["quantity_unit"] = g.Key.Item is null ? null : "tokens",
            });
}
