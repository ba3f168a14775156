using System.Text.Json;
using System.Text.RegularExpressions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The error body of the authority. Of its description only the code is kept: the rest may name people and addresses.</summary>
internal sealed partial class EntraErrorBodies : IErrorBodyReader
{
    public VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        try
        {
            Utf8JsonReader reader = new(body);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            string description = Text(document.RootElement, "error_description");
            string code = Code().Match(description) is { Success: true } found ? found.Value : Text(document.RootElement, "error");
            return code.Length == 0 ? default : new(code, null) { Kind = status is 400 or 401 ? VendorErrorKind.Authentication : VendorErrorKind.AsStatus };
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException) // the latter where a text is no Unicode
        {
            return default;
        }
    }

    private static string Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? string.Empty : string.Empty;

    [GeneratedRegex("AADSTS[0-9]{4,8}", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
