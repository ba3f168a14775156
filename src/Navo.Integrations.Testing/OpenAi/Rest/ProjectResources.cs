using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>What a project may and keeps.</summary>
internal static class ProjectResources
{
    private static readonly OpenAiRateLimit Generous = new(10_000, 30_000_000);

    public static JsonObject DataRetention(OpenAiCall call, string projectId)
    {
        Check(call, projectId);
        return new() { ["object"] = "project.data_retention", ["type"] = call.Organization.DataRetention };
    }

    public static JsonObject RateLimits(OpenAiCall call, string projectId)
    {
        Check(call, projectId);
        return Paging.Page(call, call.Organization.Models.Select(m => Json(m, call.Organization.LimitOf(m.Id) ?? Generous)), byDefault: 100, order: "asc");
    }

    private static void Check(OpenAiCall call, string projectId)
    {
        bool isKnown = projectId == call.Organization.ProjectId || call.Organization.Keys.Any(k => k.ProjectId == projectId);
        if (!isKnown)
        {
            throw OpenAiError.NotFound("No such project:", projectId);
        }
    }

    private static JsonObject Json(OpenAiModel model, OpenAiRateLimit limit) => new()
    {
        ["object"] = "project.rate_limit",
        ["id"] = Ids.Make("rl-", model.Id, 24),
        ["model"] = model.Id,
        ["max_requests_per_1_minute"] = limit.RequestsPerMinute,
        ["max_tokens_per_1_minute"] = limit.TokensPerMinute,
    };
}
