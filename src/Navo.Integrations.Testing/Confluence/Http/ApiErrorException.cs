namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>Ends a request with one of the vendor's errors.</summary>
internal sealed class ApiErrorException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static ApiErrorException NotFound(string what) => new(404, "NOT_FOUND", what);

    public static ApiErrorException BadRequest(string message) => new(400, "INVALID_REQUEST_PARAMETER", message);

    public static ApiErrorException Forbidden(string message) => new(403, "FORBIDDEN", message);

    public static ApiErrorException Unauthorized(string message) => new(401, "UNAUTHORIZED", message);

    public static ApiErrorException Gone() => new(410, "GONE", "This deprecated endpoint has been removed.");
}
