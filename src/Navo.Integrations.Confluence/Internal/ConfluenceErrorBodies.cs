using System.Text.Json;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>The three error bodies of Confluence: v1 and Data Center, v2, and the gateway.</summary>
/// <remarks><see href="https://developer.atlassian.com/cloud/confluence/rest/v2/intro/"/>.</remarks>
internal sealed class ConfluenceErrorBodies : IErrorBodyReader
{
    public VendorError Read(int status, ReadOnlySpan<byte> body) => ErrorJson.Read(body, root => Read(status, root));

    private static VendorError Read(int status, JsonElement root)
    {
        JsonElement error = root.TryGetProperty("errors", out JsonElement errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0
            ? errors[0]
            : root;
        string? code = Text(error, "code") ?? Text(error, "reason");
        string? message = Text(error, "title") ?? Text(error, "message");
        return new(code, WithoutJavaClass(message)) { Kind = KindOf(status, code, message) };
    }

    /// <summary>The gateway answers 401 where a token lacks a scope: new credentials of the same kind would not help.</summary>
    private static VendorErrorKind KindOf(int status, string? code, string? message) =>
        status == 401 && message?.Contains("scope does not match", StringComparison.OrdinalIgnoreCase) == true ? VendorErrorKind.Permission
        : status == 400 && code == "NOT_FOUND" ? VendorErrorKind.NotFound
        : VendorErrorKind.AsStatus;

    private static string? WithoutJavaClass(string? message)
    {
        int colon = message?.IndexOf(": ", StringComparison.Ordinal) ?? -1;
        return colon > 0 && message!.StartsWith("com.atlassian.", StringComparison.Ordinal) ? message[(colon + 2)..] : message;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;
}
