using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi.Http;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi.Rest;

/// <summary>The form of the output that is asked for.</summary>
/// <param name="Schema">The schema that it must fit; null for none.</param>
/// <param name="IsJson">Whether it is JSON of any form.</param>
internal sealed record OutputFormat(JsonObject? Schema, bool IsJson)
{
    public static readonly OutputFormat Plain = new(null, false);

    /// <summary>Reads the format of a response, which names its parts beside each other.</summary>
    public static OutputFormat OfResponse(JsonObject? format) =>
        Read(format, format, "text.format", new("text.format.schema", "invalid_json_schema"));

    /// <summary>Reads the format of a chat completion, which has its schema one level deeper.</summary>
    public static OutputFormat OfChat(JsonObject? format) =>
        Read(format, format?["json_schema"] as JsonObject, "response_format", new("response_format", null));

    private static OutputFormat Read(JsonObject? format, JsonObject? named, string at, SchemaRefusal refusal)
    {
        string type = format?["type"]?.ToString() ?? "text";
        if (type != "json_schema")
        {
            return type is "text" or "json_object" ? new(null, type == "json_object") : throw OpenAiError.InvalidValue($"{at}.type", type, "text", "json_schema", "json_object");
        }

        string within = named == format ? at : $"{at}.json_schema";
        string name = named?["name"]?.ToString() ?? throw OpenAiError.Missing($"{within}.name");
        JsonObject schema = named["schema"] as JsonObject ?? throw OpenAiError.Missing($"{within}.schema");
        bool isStrict = named["strict"]?.GetValueKind() == System.Text.Json.JsonValueKind.True;
        return isStrict && SchemaRules.Violation(schema) is { } wrong
            ? throw new OpenAiError(400, $"Invalid schema for response_format '{name}': {wrong}", refusal.Param, refusal.Code)
            : new(schema, true);
    }
}
