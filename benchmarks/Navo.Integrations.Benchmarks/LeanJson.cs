using System.Text.Json;
using System.Text.Json.Serialization;

namespace Navo.Integrations.Benchmarks;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(LeanSearch))]
[JsonSerializable(typeof(LeanDriveItems))]
[JsonSerializable(typeof(LeanPage))]
[JsonSerializable(typeof(string))]
internal sealed partial class LeanJson : JsonSerializerContext;
