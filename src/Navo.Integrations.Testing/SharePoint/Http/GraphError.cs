using System.Globalization;
using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.SharePoint.Http;

/// <summary>Ends a request with one of Graph's errors.</summary>
internal sealed class GraphError(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public Dictionary<string, string> Headers { get; init; } = [];

    public static GraphError NotFound() => new(404, "itemNotFound", "The resource could not be found.");

    public static GraphError Denied() => new(403, "accessDenied", "Access denied");

    public static GraphError Invalid(string message) => new(400, "invalidRequest", message);

    public GraphAnswer ToAnswer(DateTimeOffset now, string requestId) => new(Status, Body(Code, Message, now, requestId)) { Headers = Headers };

    public static JsonObject Body(string code, string message, DateTimeOffset now, string requestId) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["message"] = message,
            ["innerError"] = new JsonObject
            {
                ["date"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
                ["request-id"] = requestId,
                ["client-request-id"] = requestId,
            },
        },
    };
}
