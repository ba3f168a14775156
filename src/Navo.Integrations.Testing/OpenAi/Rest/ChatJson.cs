using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>The answers of chat completions.</summary>
internal sealed class ChatJson(string id, long created, Generation generation)
{
    private const string Fingerprint = "fp_50cad350e4";

    public string Id => id;

    private string FinishReason => generation.IncompleteReason switch { null => "stop", "content_filter" => "content_filter", _ => "length" };

    public JsonObject Whole(string text, JsonNode? metadata)
    {
        JsonObject message = new()
        {
            ["role"] = "assistant",
            ["content"] = generation.IsRefusal ? null : text,
            ["refusal"] = generation.IsRefusal ? text : null,
            ["annotations"] = new JsonArray(),
        };
        JsonObject whole = Frame("chat.completion", new JsonObject { ["index"] = 0, ["message"] = message, ["logprobs"] = null, ["finish_reason"] = FinishReason });
        whole["usage"] = Usage();
        whole["metadata"] = metadata;
        return whole;
    }

    public JsonObject First() => Chunk(new() { ["role"] = "assistant", ["content"] = string.Empty, ["refusal"] = null });

    public JsonObject Delta(string text) => Chunk(new() { [generation.IsRefusal ? "refusal" : "content"] = text });

    public JsonObject Last() => Chunk([], FinishReason);

    /// <summary>The chunk that tells the usage and has no choice.</summary>
    public JsonObject Usages()
    {
        JsonObject chunk = Frame("chat.completion.chunk");
        chunk["usage"] = Usage();
        return chunk;
    }

    private JsonObject Chunk(JsonObject delta, string? finishReason = null) =>
        Frame("chat.completion.chunk", new JsonObject { ["index"] = 0, ["delta"] = delta, ["logprobs"] = null, ["finish_reason"] = finishReason });

    private JsonObject Frame(string kind, params JsonNode[] choices) => new()
    {
        ["id"] = id,
        ["object"] = kind,
        ["created"] = created,
        ["model"] = generation.Order.Model.Id,
        ["choices"] = new JsonArray(choices),
        ["service_tier"] = "default",
        ["system_fingerprint"] = Fingerprint,
    };

    private JsonObject Usage() => new()
    {
        ["prompt_tokens"] = generation.InputTokens,
        ["completion_tokens"] = generation.OutputTokens,
        ["total_tokens"] = generation.InputTokens + generation.OutputTokens,
        ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = generation.CachedTokens, ["audio_tokens"] = 0 },
        ["completion_tokens_details"] = new JsonObject
        {
            ["reasoning_tokens"] = generation.ReasoningTokens,
            ["audio_tokens"] = 0,
            ["accepted_prediction_tokens"] = 0,
            ["rejected_prediction_tokens"] = 0,
        },
    };
}
