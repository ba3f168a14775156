using System.Text.Json.Serialization;

namespace Navo.Integrations.Benchmarks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LeanGpt.Request))]
[JsonSerializable(typeof(LeanGpt.Response))]
internal sealed partial class LeanGptJson : JsonSerializerContext;
