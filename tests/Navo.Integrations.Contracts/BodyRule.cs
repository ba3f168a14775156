using System.Text.Json.Nodes;
using Newtonsoft.Json;
using NJsonSchema;

namespace Navo.Integrations.Contracts;

/// <summary>The JSON schema of an operation's request body.</summary>
internal sealed class BodyRule(bool isRequired, JsonNode? schema, JsonNode document)
{
    private const string Components = "#/components/schemas/";
    private readonly Lazy<JsonSchema?> _schema = new(() => schema is null ? null : Load(schema, document));

    public IEnumerable<string> Check(string? body)
    {
        if (string.IsNullOrEmpty(body))
        {
            return isRequired ? ["the body is missing"] : [];
        }

        try
        {
            return _schema.Value?.Validate(body).Select(e => $"the body is wrong at '{e.Path}': {e.Kind}") ?? [];
        }
        catch (JsonException)
        {
            return ["the body is not JSON"];
        }
    }

    private static JsonSchema Load(JsonNode schema, JsonNode document)
    {
        var definitions = new JsonObject();
        JsonNode root = Rewrite(schema, document, definitions)!;
        root["definitions"] = definitions;
        return JsonSchema.FromJsonAsync(root.ToJsonString()).GetAwaiter().GetResult();
    }

    /// <summary>Turns an OpenAPI schema into a JSON schema: references, and <c>nullable</c>, which validators drop where no type stands beside it.</summary>
    private static JsonNode? Rewrite(JsonNode? node, JsonNode document, JsonObject definitions)
    {
        switch (node)
        {
            case JsonArray list:
                return new JsonArray([.. list.Select(n => Rewrite(n, document, definitions))]);
            case JsonObject members when members["$ref"] is JsonValue reference:
                return Refer(reference.GetValue<string>()[Components.Length..], document, definitions);
            case JsonObject members:
                var copy = new JsonObject(members.Where(m => m.Key is not ("nullable" or "example" or "discriminator"))
                    .Select(m => KeyValuePair.Create(m.Key, Rewrite(m.Value, document, definitions))));
                return members["nullable"] is JsonValue nullable && nullable.TryGetValue(out bool isNullable) && isNullable
                    ? new JsonObject { ["anyOf"] = new JsonArray(copy, new JsonObject { ["type"] = "null" }) }
                    : copy;
            default:
                return node?.DeepClone();
        }
    }

    private static JsonObject Refer(string name, JsonNode document, JsonObject definitions)
    {
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = new JsonObject();
            definitions[name] = Rewrite(document["components"]!["schemas"]![name], document, definitions);
        }

        return new JsonObject { ["$ref"] = "#/definitions/" + name };
    }
}
