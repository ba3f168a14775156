using System.Text.Json.Nodes;

namespace Navo.Integrations.Testing.OpenAi.Http;

/// <summary>Ends a request with one of the vendor's errors.</summary>
/// <remarks><see href="https://platform.openai.com/docs/guides/error-codes"/>.</remarks>
internal sealed class OpenAiError(int status, string message, string? param = null, string? code = null) : Exception(message)
{
    public const string InvalidRequest = "invalid_request_error";

    public int Status { get; } = status;

    public string Type { get; init; } = InvalidRequest;

    public Dictionary<string, string> Headers { get; init; } = [];

    public static OpenAiError UnknownParameter(string name) => new(400, $"Unknown parameter: '{name}'.", name, "unknown_parameter");

    public static OpenAiError Missing(string name) => new(400, $"Missing required parameter: '{name}'.", name, "missing_required_parameter");

    public static OpenAiError InvalidType(string name, string expected) => new(400, $"Invalid type for '{name}': expected {expected}.", name, "invalid_type");

    public static OpenAiError InvalidValue(string name, string got, params IEnumerable<string> known) =>
        new(400, $"Invalid value: '{got}'. Supported values are: {string.Join(", ", known.Select(k => $"'{k}'"))}.", name, "invalid_value");

    public static OpenAiError BelowMinimum(string name, int least, long got) =>
        new(400, $"Invalid '{name}': integer below minimum value. Expected a value >= {least}, but got {got} instead.", name, "integer_below_min_value");

    public static OpenAiError AboveMaximum(string name, int most, long got) =>
        new(400, $"Invalid '{name}': integer above maximum value. Expected a value <= {most}, but got {got} instead.", name, "integer_above_max_value");

    public static OpenAiError Unsupported(string name, string? instead = null) =>
        new(400, $"Unsupported parameter: '{name}' is not supported with this model.{(instead is null ? string.Empty : $" Use '{instead}' instead.")}", name, "unsupported_parameter");

    public static OpenAiError ModelNotFound(string model) => new(404, $"The model `{model}` does not exist or you do not have access to it.", code: "model_not_found");

    public static OpenAiError NotFound(string what, string id) => new(404, $"{what} '{id}' not found.");

    public static OpenAiError UnknownUrl(string method, string path) => new(404, $"Invalid URL ({method} {path})");

    public static OpenAiError NoKey() => new(
        401,
        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).");

    public static OpenAiError InvalidKey(string masked) => new(
        401,
        $"Incorrect API key provided: {masked}. You can find your API key at https://platform.openai.com/account/api-keys.",
        code: "invalid_api_key");

    public static OpenAiError WrongOrganization() => new(401, "OpenAI-Organization header should match organization for API key", code: "mismatched_organization");

    public static OpenAiError WrongProject() => new(401, "OpenAI-Project header should match project for API key", code: "mismatched_project");

    public static OpenAiError MissingScope(string scope) => new(
        403,
        $"You have insufficient permissions for this operation. Missing scopes: {scope}. Check that you have the correct role in your organization, and if you're using a restricted API key, that it has the necessary scopes.");

    public static OpenAiError QuotaUsedUp()
    {
        const string Message = "You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.";
        return new(429, Message, code: "insufficient_quota") { Type = "insufficient_quota" };
    }

    public static OpenAiError ContextLength(int window, int got) => new(
        400,
        $"This model's maximum context length is {window} tokens. However, your messages resulted in {got} tokens. Please reduce the length of the messages.",
        "messages",
        "context_length_exceeded");

    public static OpenAiError ContextWindow() =>
        new(400, "Your input exceeds the context window of this model. Please adjust your input and try again.", "input", "context_length_exceeded");

    public static OpenAiError ServerError()
    {
        const string Message = "The server had an error while processing your request. Sorry about that! You can retry your request, or contact us through our help center if the error persists.";
        return new(500, Message) { Type = "server_error" };
    }

    public static OpenAiError Overloaded() => new(503, "The engine is currently overloaded, please try again later.") { Type = "server_error" };

    public JsonObject Body() => new()
    {
        ["error"] = new JsonObject { ["message"] = Message, ["type"] = Type, ["param"] = param, ["code"] = code },
    };
}
