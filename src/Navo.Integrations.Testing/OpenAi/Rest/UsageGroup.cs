using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>By what usage is grouped: a member that is not grouped by is null.</summary>
internal sealed record UsageGroup(string? ProjectId, string? ApiKeyId, string? Model, bool? IsBatch, string? ServiceTier)
{
    public static UsageGroup Of(OpenAiUsage usage, IReadOnlyList<string> by) => new(
        by.Contains("project_id") ? usage.Key.ProjectId : null,
        by.Contains("api_key_id") ? usage.Key.Id : null,
        by.Contains("model") ? usage.Model : null,
        by.Contains("batch") ? false : null,
        by.Contains("service_tier") ? "default" : null);

    public void WriteTo(JsonObject result)
    {
        result["project_id"] = ProjectId;
        result["user_id"] = null;
        result["api_key_id"] = ApiKeyId;
        result["model"] = Model;
    }
}
