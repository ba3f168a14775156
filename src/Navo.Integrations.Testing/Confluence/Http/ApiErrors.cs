using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>The vendor's error bodies.</summary>
internal static class ApiErrors
{
    private const string Package = "com.atlassian.confluence.api.service.exceptions.";

    public static Answer Of(ApiErrorException error, ApiFlavor flavor) =>
        new(error.Status, flavor is ApiFlavor.V2 ? V2(error) : V1(error));

    /// <summary>The form in which the API gateway itself refuses a request.</summary>
    public static Answer Gateway(int status, string message) =>
        new(status, new JsonObject { ["code"] = status, ["message"] = message });

    private static JsonObject V1(ApiErrorException error) => new()
    {
        ["statusCode"] = error.Status,
        ["data"] = new JsonObject
        {
            ["authorized"] = error.Status is not (401 or 403 or 404),
            ["valid"] = error.Status is not 400,
            ["errors"] = new JsonArray(),
            ["successful"] = false,
        },
        ["message"] = $"{Package}{ExceptionName(error.Status)}: {error.Message}",
        ["reason"] = Reason(error.Status),
    };

    private static JsonObject V2(ApiErrorException error) => new()
    {
        ["errors"] = new JsonArray(new JsonObject
        {
            ["status"] = error.Status,
            ["code"] = error.Code,
            ["title"] = error.Message,
            ["detail"] = null,
        }),
    };

    private static string ExceptionName(int status) => status switch
    {
        400 => "BadRequestException",
        401 or 403 => "PermissionException",
        404 => "NotFoundException",
        410 => "GoneException",
        _ => "ServiceException",
    };

    private static string Reason(int status) => status switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        410 => "Gone",
        _ => "Internal Server Error",
    };
}
