using System.Text.Json;

namespace Navo.Integrations.Mcp.Internal;

/// <summary>Values of enumerations as results have them: <c>blog_post</c>.</summary>
internal static class WireName
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
