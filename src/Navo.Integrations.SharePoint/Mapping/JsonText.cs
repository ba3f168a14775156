using System.Text.Json;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Texts of columns, which hold whatever was put into them.</summary>
internal static class JsonText
{
    /// <summary>The text; null where the value is none, or holds half of a character.</summary>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
