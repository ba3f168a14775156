using System.Text.Json.Serialization;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>The values of filters.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
internal sealed partial class FilterJson : JsonSerializerContext;
