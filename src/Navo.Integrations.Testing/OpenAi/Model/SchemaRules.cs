using System.Text.Json;
using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.OpenAi.Model;

/// <summary>What strict schemas must keep: each object closed, and each of its members required.</summary>
/// <remarks><see href="https://platform.openai.com/docs/guides/structured-outputs#supported-schemas"/>.</remarks>
internal static class SchemaRules
{
    private const int MostDepth = 10;

    /// <summary>What is wrong with a schema, as the vendor says it; null for nothing.</summary>
    public static string? Violation(JsonObject schema) =>
        TypeOf(schema) != "object" ? $"schema must be a JSON Schema of 'type: \"object\"', got 'type: \"{TypeOf(schema) ?? "None"}\"'."
        : Check(schema, [], 0);

    private static string? Check(JsonNode? node, string[] path, int depth)
    {
        if (node is not JsonObject schema)
        {
            return null;
        }

        if (depth > MostDepth)
        {
            return $"In context={Context(path)}, the schema exceeds {MostDepth} levels of nesting.";
        }

        return (schema["properties"] is JsonObject properties || TypeOf(schema) == "object" ? Object(schema, path) : null)
            ?? Members(schema, "properties", path, depth)
            ?? Members(schema, "$defs", path, depth)
            ?? Check(schema["items"], [.. path, "items"], depth + 1)
            ?? (schema["anyOf"] as JsonArray)?.Select((s, i) => Check(s, [.. path, "anyOf", $"{i}"], depth + 1)).FirstOrDefault(v => v is not null);
    }

    private static string? Members(JsonObject schema, string name, string[] path, int depth) =>
        (schema[name] as JsonObject)?.Select(p => Check(p.Value, [.. path, name, p.Key], depth + 1)).FirstOrDefault(v => v is not null);

    private static string? Object(JsonObject schema, string[] path)
    {
        if (schema["additionalProperties"]?.GetValueKind() != JsonValueKind.False)
        {
            return $"In context={Context(path)}, 'additionalProperties' is required to be supplied and to be false.";
        }

        HashSet<string> required = [.. (schema["required"] as JsonArray ?? []).Select(r => r?.ToString() ?? string.Empty)];
        string? missing = (schema["properties"] as JsonObject)?.Select(p => p.Key).FirstOrDefault(p => !required.Contains(p));
        return missing is null ? null
            : $"In context={Context(path)}, 'required' is required to be supplied and to be an array including every key in properties. Missing '{missing}'.";
    }

    private static string? TypeOf(JsonObject schema) => schema["type"] is JsonValue type && type.TryGetValue(out string? name) ? name : null;

    private static string Context(string[] path) => path.Length == 1 ? $"('{path[0]}',)" : $"({string.Join(", ", path.Select(p => $"'{p}'"))})";
}
