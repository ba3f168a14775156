using System.Text.Json;
using System.Text.RegularExpressions;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>The error body of OpenAI. It quotes keys, half masked: they are masked whole.</summary>
/// <remarks><see href="https://platform.openai.com/docs/guides/error-codes"/>.</remarks>
internal sealed partial class OpenAiErrorBodies : IErrorBodyReader
{
    public VendorError Read(int status, ReadOnlySpan<byte> body) => ErrorJson.Read(body, static root =>
    {
        if (!root.TryGetProperty("error", out JsonElement error) || error.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        string? message = Text(error, "message");
        return new(Text(error, "code") ?? Text(error, "type"), message is null ? null : Key().Replace(message, "***"));
    });

    public static string? CodeOf(ReadOnlySpan<byte> body) => new OpenAiErrorBodies().Read(0, body).Code;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    [GeneratedRegex(@"\b(sk|sess|org|proj)[-_][A-Za-z0-9*_\-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
