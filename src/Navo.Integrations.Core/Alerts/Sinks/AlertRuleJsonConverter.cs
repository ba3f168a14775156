using System.Text.Json;
using System.Text.Json.Serialization;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Alerts.Sinks;

/// <summary>Writes a rule under the name that it has in keys, for example <c>error_rate</c>.</summary>
internal sealed class AlertRuleJsonConverter : JsonConverter<AlertRule>
{
    public override AlertRule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? name = reader.GetString();
        return Enum.GetValues<AlertRule>().Where(rule => AlertText.NameOf(rule) == name).Select(static rule => (AlertRule?)rule).FirstOrDefault() ?? throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, AlertRule value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(AlertText.NameOf(value));
    }
}
