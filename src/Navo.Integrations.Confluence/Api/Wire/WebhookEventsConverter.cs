using System.Text.Json;
using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>Reads events that are names in one answer and objects with an <c>id</c> in another.</summary>
internal sealed class WebhookEventsConverter : JsonConverter<IReadOnlyList<string>?>
{
    public override IReadOnlyList<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Array => [.. document.RootElement.EnumerateArray().Select(NameOf)],
            _ => throw new JsonException("Events are a list."),
        };
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string>? value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (string name in value ?? [])
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }

    private static string NameOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Object when element.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String => id.GetString()!,
        _ => throw new JsonException("An event is a name, or an object with one."),
    };
}
