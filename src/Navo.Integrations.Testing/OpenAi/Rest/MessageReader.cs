using System.Text.Json;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>Reads the messages of a prompt. Images, audio and calls of tools add nothing to the text.</summary>
internal static class MessageReader
{
    private static readonly string[] Roles = ["system", "developer", "user", "assistant", "tool", "function"];

    public static IReadOnlyList<PromptMessage> OfChat(JsonNode? messages)
    {
        JsonArray list = messages as JsonArray ?? throw OpenAiError.Missing("messages");
        return list.Count == 0
            ? throw new OpenAiError(400, "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.", "messages", "empty_array")
            : [.. list.Select((m, i) => Message(m as JsonObject, $"messages[{i}]"))];
    }

    public static IReadOnlyList<PromptMessage> OfInput(JsonNode? input) => input switch
    {
        null => [],
        JsonArray items => [.. items.Select((item, i) => Item(item as JsonObject, $"input[{i}]")).OfType<PromptMessage>()],
        _ when input.GetValueKind() == JsonValueKind.String => [new("user", input.GetValue<string>())],
        _ => throw OpenAiError.InvalidType("input", "one of a string or array of input items"),
    };

    private static PromptMessage? Item(JsonObject? item, string at) => item?["type"]?.ToString() switch
    {
        null or "message" => Message(item, at),
        "function_call_output" or "custom_tool_call_output" => new("tool", Text(item["output"], $"{at}.output")),
        _ => null,
    };

    private static PromptMessage Message(JsonObject? message, string at)
    {
        string role = message?["role"]?.ToString() ?? throw OpenAiError.Missing($"{at}.role");
        return Roles.Contains(role) ? new(role == "function" ? "tool" : role, Text(message["content"], $"{at}.content")) : throw OpenAiError.InvalidValue($"{at}.role", role, Roles);
    }

    private static string Text(JsonNode? content, string at) => content switch
    {
        null => string.Empty,
        JsonArray parts => string.Join('\n', parts.Select(p => p?["text"] ?? p?["refusal"]).Where(t => t is not null).Select(t => t!.ToString())),
        _ when content.GetValueKind() == JsonValueKind.String => content.GetValue<string>(),
        _ => throw OpenAiError.InvalidType(at, "one of a string or array of objects"),
    };
}
