using System.Text.Json.Serialization;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The JSON of positions that are more than a link.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ChangePosition))]
internal sealed partial class SyncPositionJson : JsonSerializerContext;
