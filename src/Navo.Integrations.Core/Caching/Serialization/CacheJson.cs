using System.Text.Json.Serialization;

namespace Navo.Integrations.Core.Caching.Serialization;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(ContentIdJsonConverter),
        typeof(IntegrationNameJsonConverter),
        typeof(PrincipalIdJsonConverter),
        typeof(AccessContextJsonConverter),
    ])]
[JsonSerializable(typeof(CacheEnvelope))]
internal sealed partial class CacheJson : JsonSerializerContext;
