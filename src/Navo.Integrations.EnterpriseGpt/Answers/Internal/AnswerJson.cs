using System.Text.Json.Serialization;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AnswerRecord))]
internal sealed partial class AnswerJson : JsonSerializerContext;
