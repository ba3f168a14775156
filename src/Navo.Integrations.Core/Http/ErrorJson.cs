using System.Text.Json;

namespace Navo.Integrations.Core.Http;

/// <summary>Error bodies that should be JSON objects, for implementations of <see cref="IErrorBodyReader"/>.</summary>
public static class ErrorJson
{
    /// <summary>Reads a body.</summary>
    /// <param name="body">The beginning of the body; it may be cut, empty or not JSON.</param>
    /// <param name="of">Finds the code and message in the object.</param>
    /// <returns>What was found; nothing where the body is no object, is malformed, or holds a text that is no Unicode. The status alone then says what it is.</returns>
    public static VendorError Read(ReadOnlySpan<byte> body, Func<JsonElement, VendorError> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        try
        {
            Utf8JsonReader reader = new(body);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object ? of(document.RootElement) : default;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException) // the latter where a text is no Unicode
        {
            return default;
        }
    }
}
