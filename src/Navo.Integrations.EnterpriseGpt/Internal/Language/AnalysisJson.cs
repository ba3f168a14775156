using System.Text.Json.Serialization;

namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>Reads an analysis as strictly as its schema is: nothing more, nothing less, nothing twice.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    MaxDepth = 8)]
[JsonSerializable(typeof(AnalysisDto))]
internal sealed partial class AnalysisJson : JsonSerializerContext;
