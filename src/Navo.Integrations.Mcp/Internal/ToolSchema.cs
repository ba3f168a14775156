using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Navo.Integrations.Mcp.Internal;

/// <summary>The JSON schema of arguments and results, descriptions and bounds included.</summary>
internal static class ToolSchema
{
    private static readonly AIJsonSchemaCreateOptions Options = new() { IncludeSchemaKeyword = false };

    public static JsonElement Of(JsonTypeInfo type) => AIJsonUtilities.CreateJsonSchema(type.Type, serializerOptions: type.Options, inferenceOptions: Options);
}
