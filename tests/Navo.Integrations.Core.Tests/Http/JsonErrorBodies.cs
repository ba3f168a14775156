using System.Text.Json;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Core.Tests.Http;

/// <summary>Error bodies of a made-up vendor: <c>{"code":"…","message":"…"}</c>.</summary>
internal sealed class JsonErrorBodies : IErrorBodyReader
{
    public VendorError Read(int status, ReadOnlySpan<byte> body) => ErrorJson.Read(body, static root => new(Text(root, "code"), Text(root, "message")));

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
