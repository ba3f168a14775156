using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>What was used, by time.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/usage"/>.</remarks>
internal static class UsageResource
{
    private static readonly string[] Groups = ["project_id", "user_id", "api_key_id", "model", "batch", "service_tier"];

    public static JsonObject Get(OpenAiCall call, string kind)
    {
        string[] endpoints = kind switch
        {
            "completions" => ["responses", "chat/completions"],
            "embeddings" => ["embeddings"],
            "moderations" => ["moderations"],
            _ => throw OpenAiError.UnknownUrl("GET", call.Http.Request.Path),
        };
        IReadOnlyList<string> by = call.QueryList("group_by");
        if (by.FirstOrDefault(g => !Groups.Contains(g)) is { } unknown)
        {
            throw OpenAiError.InvalidValue("group_by", unknown, Groups);
        }

        return TimeBuckets.Page(
            call,
            TimeBuckets.Filtered(call).Where(u => endpoints.Contains(u.Endpoint)),
            within => within.GroupBy(u => UsageGroup.Of(u, by)).Select(g => Result(kind, g.Key, [.. g])));
    }

    private static JsonObject Result(string kind, UsageGroup group, OpenAiUsage[] usage)
    {
        JsonObject result = new()
        {
            ["object"] = $"organization.usage.{kind}.result",
            ["input_tokens"] = usage.Sum(u => u.InputTokens),
            ["num_model_requests"] = usage.Length,
        };
        group.WriteTo(result);
        if (kind == "completions")
        {
            result["output_tokens"] = usage.Sum(u => u.OutputTokens);
            result["input_cached_tokens"] = usage.Sum(u => u.CachedTokens);
            result["input_uncached_tokens"] = usage.Sum(u => u.InputTokens - u.CachedTokens);
            result["input_cache_write_tokens"] = 0;
            result["input_audio_tokens"] = 0;
            result["output_audio_tokens"] = 0;
            result["batch"] = group.IsBatch;
            result["service_tier"] = group.ServiceTier;
        }

        return result;
    }
}
