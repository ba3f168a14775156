using System.Text.Json;
using System.Text.Json.Serialization;

namespace Navo.Integrations.Benchmarks;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(LeanSearch))]
internal sealed partial class LeanJson : JsonSerializerContext;
