using System.Text.Json.Serialization;

namespace Navo.Integrations.ExtensionsAI.Internal;

/// <summary>Arguments and results of functions as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FoundKnowledge))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int?))]
internal sealed partial class KnowledgeJson : JsonSerializerContext;
