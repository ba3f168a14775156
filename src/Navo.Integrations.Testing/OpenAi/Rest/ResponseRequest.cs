using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>Reads and checks the body of a response.</summary>
internal static class ResponseRequest
{
    public static readonly string[] Members =
    [
        "background", "context_management", "conversation", "include", "input", "instructions", "max_output_tokens", "max_tool_calls", "metadata", "model", "moderation",
        "parallel_tool_calls", "previous_response_id", "prompt", "prompt_cache_key", "prompt_cache_options", "prompt_cache_retention", "reasoning", "safety_identifier", "service_tier",
        "store", "stream", "stream_options", "temperature", "text", "tool_choice", "tools", "top_logprobs", "top_p", "truncation", "user",
    ];

    private const int LeastOutput = 16;

    public static GenerationOrder Read(OpenAiCall call, RequestBody body)
    {
        OpenAiModel model = call.Server.Model(body.Needed("model"), OpenAiModelKind.Text);
        JsonObject? reasoning = body.Object("reasoning");
        if (reasoning is not null && !model.IsReasoning)
        {
            throw OpenAiError.Unsupported(reasoning.FirstOrDefault().Key is { } member ? $"reasoning.{member}" : "reasoning");
        }

        string thinks = ReasoningRules.Effort(model, reasoning?["effort"]?.ToString(), "reasoning.effort");
        ReasoningRules.CheckSampling(model, thinks, body, isChat: false);
        ChatRequest.CheckStreamOptions(body);
        return new()
        {
            Model = model,
            Messages = Messages(call, body),
            Effort = thinks,
            MaxOutput = body.Integer("max_output_tokens", LeastOutput),
            Format = OutputFormat.OfResponse(body.Object("text")?["format"] as JsonObject),
            CacheKey = body.Text("prompt_cache_key"),
            CacheRest = ChatRequest.CacheRest(body),
        };
    }

    /// <summary>The instructions, the conversation that led to an earlier response, and the input.</summary>
    public static IReadOnlyList<PromptMessage> Messages(OpenAiCall call, RequestBody body)
    {
        IReadOnlyList<PromptMessage> input = MessageReader.OfInput(body["input"]);
        if (input.Count == 0 && !body.Has("input"))
        {
            throw OpenAiError.Missing("input");
        }

        string? previous = body.Text("previous_response_id");
        StoredResponse? stored = previous is null ? null : call.Organization.Stored(previous)
            ?? throw new OpenAiError(400, $"Previous response with id '{previous}' not found.", "previous_response_id", "previous_response_not_found");
        IEnumerable<PromptMessage> instructions = body.Text("instructions") is { } told ? [new("developer", told)] : [];
        return [.. instructions, .. stored?.Messages ?? [], .. input];
    }
}
