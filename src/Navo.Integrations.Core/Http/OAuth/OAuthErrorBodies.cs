using System.Text.Json;

namespace Navo.Integrations.Core.Http.OAuth;

/// <summary>
/// The code of a token endpoint's refusal (RFC 6749, section 5.2), where it is one of the known ones. Nothing else of such a body is ever shown: the request held
/// secrets, and a server may repeat them.
/// </summary>
internal sealed class OAuthErrorBodies : IErrorBodyReader
{
    public const string InvalidGrant = "invalid_grant";

    private static readonly string[] Known =
    [
        InvalidGrant, "invalid_client", "unauthorized_client", "access_denied", "invalid_request", "invalid_scope", "unsupported_grant_type", "server_error",
        "temporarily_unavailable",
    ];

    public VendorError Read(int status, ReadOnlySpan<byte> body) => ErrorJson.Read(body, static root => root.TryGetProperty("error", out JsonElement error)
        ? new(Known.FirstOrDefault(code => error.ValueKind == JsonValueKind.String && error.ValueEquals(code)), Message: null)
        : default);
}
