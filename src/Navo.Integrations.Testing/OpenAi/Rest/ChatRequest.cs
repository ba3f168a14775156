using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>Reads and checks the body of a chat completion.</summary>
internal static class ChatRequest
{
    public static readonly string[] Members =
    [
        "audio", "frequency_penalty", "function_call", "functions", "logit_bias", "logprobs", "max_completion_tokens", "max_tokens", "messages", "metadata", "modalities", "model",
        "moderation", "n", "parallel_tool_calls", "prediction", "presence_penalty", "prompt_cache_key", "prompt_cache_options", "prompt_cache_retention", "reasoning_effort",
        "response_format", "safety_identifier", "seed", "service_tier", "stop", "store", "stream", "stream_options", "temperature", "tool_choice", "tools", "top_logprobs", "top_p", "user",
        "verbosity", "web_search_options",
    ];

    public static GenerationOrder Read(OpenAiCall call, RequestBody body)
    {
        OpenAiModel model = call.Server.Model(body.Needed("model"), OpenAiModelKind.Text);
        string? effort = body.Text("reasoning_effort");
        if (effort is not null && !model.IsReasoning)
        {
            throw new OpenAiError(400, "Unrecognized request argument supplied: reasoning_effort");
        }

        if (body.Has("max_tokens") && model.IsReasoning)
        {
            throw OpenAiError.Unsupported("max_tokens", "max_completion_tokens");
        }

        string thinks = ReasoningRules.Effort(model, effort, "reasoning_effort");
        ReasoningRules.CheckSampling(model, thinks, body, isChat: true);
        body.Integer("n", 1, 1);
        CheckStreamOptions(body);
        return new()
        {
            Model = model,
            Messages = MessageReader.OfChat(body["messages"]),
            Effort = thinks,
            MaxOutput = body.Integer("max_completion_tokens", 1) ?? body.Integer("max_tokens", 1),
            Format = OutputFormat.OfChat(body.Object("response_format")),
            CacheKey = body.Text("prompt_cache_key"),
            CacheRest = CacheRest(body),
            IsChat = true,
        };
    }

    /// <summary>How long a beginning is remembered: some minutes, or a day where that is asked for.</summary>
    public static TimeSpan CacheRest(RequestBody body) => body.Text("prompt_cache_retention") == "24h" ? TimeSpan.FromHours(24) : TimeSpan.FromMinutes(10);

    public static bool Includes(RequestBody body, string option, bool byDefault) =>
        body.Object("stream_options")?[option] is JsonValue flag && flag.TryGetValue(out bool isOn) ? isOn : byDefault;

    public static void CheckStreamOptions(RequestBody body)
    {
        if (body.Has("stream_options") && body.Flag("stream") is not true)
        {
            throw new OpenAiError(400, "The 'stream_options' parameter is only allowed when 'stream' is enabled.", "stream_options");
        }
    }
}
