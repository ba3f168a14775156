using System.Text.Json.Serialization;
using Navo.Integrations.Mcp.Internal.Arguments;
using Navo.Integrations.Mcp.Internal.Results;

namespace Navo.Integrations.Mcp.Internal;

/// <summary>Arguments and results as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SearchArguments))]
[JsonSerializable(typeof(GetArguments))]
[JsonSerializable(typeof(ExplainArguments))]
[JsonSerializable(typeof(AskArguments))]
[JsonSerializable(typeof(SearchResult))]
[JsonSerializable(typeof(GetResult))]
[JsonSerializable(typeof(ExplainResult))]
[JsonSerializable(typeof(AskResult))]
internal sealed partial class McpJson : JsonSerializerContext;
