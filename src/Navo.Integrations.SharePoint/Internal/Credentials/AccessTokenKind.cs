using System.Buffers.Text;
using System.Text.Json;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Tells a ready token's kind by its own words, which decide nothing but how to ask: a user's token must not name a region, an application's must.</summary>
internal static class AccessTokenKind
{
    /// <summary>Whether it is an application's: a JSON web token of kind <c>app</c>, or with roles and without delegated scopes. Any other counts as a user's.</summary>
    public static bool IsApplication(string? token)
    {
        if (token?.Split('.') is not [_, var payload, _] || !Base64Url.IsValid(payload))
        {
            return false;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && !root.TryGetProperty("scp", out _)
                && (root.TryGetProperty("roles", out _) || (root.TryGetProperty("idtyp", out JsonElement kind) && kind.ValueKind == JsonValueKind.String && kind.GetString() == "app"));
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
