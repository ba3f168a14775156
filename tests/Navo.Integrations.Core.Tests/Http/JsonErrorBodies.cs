using System.Text.Json;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>Error bodies of a made-up vendor: <c>{"code":"…","message":"…"}</c>.</summary>
internal sealed class JsonErrorBodies : IErrorBodyReader
{
    public VendorError Read(int status, ReadOnlySpan<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body.ToArray());
            return new(Text(document.RootElement, "code"), Text(document.RootElement, "message"));
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
