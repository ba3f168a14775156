using System.Text.Json.Serialization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching.Serialization;

namespace Navo.Integrations.Core.Alerts.Sinks;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(IntegrationNameJsonConverter), typeof(AlertRuleJsonConverter)])]
[JsonSerializable(typeof(Alert))]
internal sealed partial class AlertJson : JsonSerializerContext;
