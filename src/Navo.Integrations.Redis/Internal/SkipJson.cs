using System.Text.Json.Serialization;

namespace Navo.Integrations.Redis.Internal;

/// <summary>The JSON of the skip ledger, generated.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SkipRecord))]
internal sealed partial class SkipJson : JsonSerializerContext;
