using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>A response and its parts.</summary>
internal sealed class ResponseJson(OpenAiCall call, RequestBody body, Generation generation)
{
    private readonly long _created = call.Server.Now;
    private readonly string _messageId = call.Server.NextId("msg_");
    private readonly string _reasoningId = call.Server.NextId("rs_");

    public string Id { get; } = call.Server.NextId("resp_");

    public string MessageId => _messageId;

    public string EndStatus => generation.IncompleteReason is null ? "completed" : "incomplete";

    public JsonObject Response(string status, params IEnumerable<JsonObject> output)
    {
        bool isDone = status is "completed" or "incomplete";
        JsonObject response = new()
        {
            ["id"] = Id,
            ["object"] = "response",
            ["created_at"] = _created,
            ["status"] = status,
            ["background"] = false,
            ["completed_at"] = status == "completed" ? call.Server.Now : null,
            ["error"] = null,
            ["incomplete_details"] = status == "incomplete" ? new JsonObject { ["reason"] = generation.IncompleteReason } : null,
            ["model"] = generation.Order.Model.Id,
            ["output"] = new JsonArray([.. output]),
            ["usage"] = isDone ? Usage() : null,
        };
        Repeat(response);
        return response;
    }

    /// <summary>The thoughts, which stay hidden; none for a model that does not think.</summary>
    public IEnumerable<JsonObject> Reasoning() =>
        generation.ReasoningTokens == 0 ? [] : [new() { ["id"] = _reasoningId, ["type"] = "reasoning", ["summary"] = new JsonArray() }];

    public JsonObject Message(string status, params JsonNode[] content) => new()
    {
        ["id"] = _messageId,
        ["type"] = "message",
        ["status"] = status,
        ["role"] = "assistant",
        ["content"] = new JsonArray(content),
    };

    public JsonObject Part(string text) => generation.IsRefusal
        ? new() { ["type"] = "refusal", ["refusal"] = text }
        : new() { ["type"] = "output_text", ["text"] = text, ["annotations"] = new JsonArray(), ["logprobs"] = new JsonArray() };

    public JsonObject Whole(string text) =>
        Response(EndStatus, [.. Reasoning(), .. generation.IsSilent ? Array.Empty<JsonObject>() : [Message(EndStatus, Part(text))]]);

    private void Repeat(JsonObject response)
    {
        response["instructions"] = body.Copy("instructions");
        response["max_output_tokens"] = body.Copy("max_output_tokens");
        response["metadata"] = body.Copy("metadata") ?? new JsonObject();
        response["parallel_tool_calls"] = body.Flag("parallel_tool_calls") ?? true;
        response["previous_response_id"] = body.Copy("previous_response_id");
        response["reasoning"] = new JsonObject
        {
            ["effort"] = generation.Order.Model.IsReasoning ? generation.Order.Effort : null,
            ["summary"] = body.Object("reasoning")?["summary"]?.DeepClone(),
        };
        response["safety_identifier"] = body.Copy("safety_identifier");
        response["prompt_cache_key"] = body.Copy("prompt_cache_key");
        response["service_tier"] = "default";
        response["store"] = body.Flag("store") ?? true;
        response["temperature"] = body.Copy("temperature") ?? 1.0;
        response["text"] = body.Copy("text") ?? new JsonObject { ["format"] = new JsonObject { ["type"] = "text" } };
        response["tool_choice"] = body.Copy("tool_choice") ?? "auto";
        response["tools"] = body.Copy("tools") ?? new JsonArray();
        response["top_p"] = body.Copy("top_p") ?? 1.0;
        response["truncation"] = body.Copy("truncation") ?? "disabled";
    }

    private JsonObject Usage() => new()
    {
        ["input_tokens"] = generation.InputTokens,
        ["input_tokens_details"] = new JsonObject { ["cached_tokens"] = generation.CachedTokens, ["cache_write_tokens"] = 0 },
        ["output_tokens"] = generation.OutputTokens,
        ["output_tokens_details"] = new JsonObject { ["reasoning_tokens"] = generation.ReasoningTokens },
        ["total_tokens"] = generation.InputTokens + generation.OutputTokens,
    };
}
