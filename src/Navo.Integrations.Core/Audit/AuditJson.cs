using System.Text.Json.Serialization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit.Chain;
using Navo.Integrations.Core.Caching.Serialization;

namespace Navo.Integrations.Core.Audit;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(IntegrationNameJsonConverter)])]
[JsonSerializable(typeof(AuditRecord))]
[JsonSerializable(typeof(ChainMark))]
internal sealed partial class AuditJson : JsonSerializerContext;
