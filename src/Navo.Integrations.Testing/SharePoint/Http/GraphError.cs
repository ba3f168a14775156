using System.Globalization;
using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>Ends a request with one of Graph's errors.</summary>
/// <remarks><see href="https://learn.microsoft.com/graph/errors"/>.</remarks>
internal sealed class GraphError(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public Dictionary<string, string> Headers { get; init; } = [];

    public static GraphError NotFound() => new(404, "itemNotFound", "The resource could not be found.");

    /// <summary>The directory's own form of not found.</summary>
    public static GraphError NotInDirectory() =>
        new(404, "Request_ResourceNotFound", "Resource does not exist or one of its queried reference-property objects are not present.");

    public static GraphError Denied() => new(403, "accessDenied", "Access denied");

    public static GraphError Invalid(string message) => new(400, "invalidRequest", message);

    public static GraphError Unauthenticated(Uri authority) => new(401, "InvalidAuthenticationToken", "Access token is empty, unknown or has expired.")
    {
        Headers = new() { ["WWW-Authenticate"] = GraphFaults.Challenge(authority) },
    };

    public static GraphError Challenged(Uri authority) => new(401, "InvalidAuthenticationToken", "Continuous access evaluation resulted in challenge.")
    {
        Headers = new() { ["WWW-Authenticate"] = GraphFaults.Challenge(authority, GraphFaults.DefaultClaims) },
    };

    public GraphAnswer ToAnswer(DateTimeOffset now, string requestId, string clientRequestId) =>
        new(Status, Body(Code, Message, now, requestId, clientRequestId)) { Headers = new(Headers) };

    public static JsonObject Body(string code, string message, DateTimeOffset now, string requestId, string clientRequestId) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["message"] = message,
            ["innerError"] = new JsonObject
            {
                ["date"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
                ["request-id"] = requestId,
                ["client-request-id"] = clientRequestId,
            },
        },
    };
}
