using System.Text.Json;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The error body of Graph. The innermost code that we know says best what it is; messages are never branched on.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/errors"/>.</remarks>
internal sealed class GraphErrorBodies : IErrorBodyReader
{
    private const int MaxDepth = 8;

    public VendorError Read(int status, ReadOnlySpan<byte> body) => ErrorJson.Read(body, static root => root.TryGetProperty("error", out JsonElement error) ? Of(error) : default);

    private static VendorError Of(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        string? code = Text(error, "code");
        VendorErrorKind kind = KindOf(code);
        for (int depth = 0; depth < MaxDepth && Inner(error) is { } inner; depth++)
        {
            error = inner;
            if (Text(inner, "code") is { } deeper && KindOf(deeper) is var known && (known != VendorErrorKind.AsStatus || code is null))
            {
                (code, kind) = (deeper, known);
            }
        }

        return new(code, null) { Kind = kind };
    }

    private static JsonElement? Inner(JsonElement error) =>
        (error.TryGetProperty("innerError", out JsonElement inner) || error.TryGetProperty("innererror", out inner)) && inner.ValueKind == JsonValueKind.Object ? inner : null;

    private static VendorErrorKind KindOf(string? code) => code?.ToLowerInvariant() switch
    {
        "accessdenied" or "authorization_requestdenied" or "forbidden" or "notallowed" => VendorErrorKind.Permission,
        "itemnotfound" or "request_resourcenotfound" or "resourcenotfound" or "notfound" => VendorErrorKind.NotFound,
        "invalidauthenticationtoken" or "unauthenticated" or "lifetimevalidationfailed" => VendorErrorKind.Authentication,
        _ => VendorErrorKind.AsStatus,
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
