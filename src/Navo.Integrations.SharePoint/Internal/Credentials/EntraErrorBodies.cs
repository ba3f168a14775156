using System.Text.Json;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The error body of the authority. Only known codes are kept of it: the rest may name people and addresses, or repeat what was sent.</summary>
internal sealed class EntraErrorBodies : IErrorBodyReader
{
    private static readonly string[] Known =
    [
        "invalid_client", "invalid_grant", "unauthorized_client", "invalid_request", "invalid_scope", "invalid_resource", "interaction_required", "consent_required", "login_required",
        "access_denied", "unsupported_grant_type", "unsupported_response_type", "temporarily_unavailable", "server_error",
    ];

    public VendorError Read(int status, ReadOnlySpan<byte> body) => ErrorJson.Read(body, root =>
    {
        string error = Text(root, "error");
        string code = EntraCode.In(Text(root, "error_description")) ?? Known.FirstOrDefault(error.Equals) ?? string.Empty;
        return code.Length == 0 ? default : new(code, null) { Kind = status is 400 or 401 ? VendorErrorKind.Authentication : VendorErrorKind.AsStatus };
    });

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? string.Empty : string.Empty;
}
