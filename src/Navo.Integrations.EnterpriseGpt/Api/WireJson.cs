using System.ClientModel.Primitives;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>Bodies of requests and answers. An answer that cost money is not asked for again because it makes no sense, so what is wrong with it is said here.</summary>
internal static class WireJson
{
    private const string RequestId = "x-request-id";

    public static BinaryData Write<T>(T body, JsonTypeInfo<T> type) => new(RequestJson.Write(body, type));

    public static ValueTask<T> ReadAsync<T>(PipelineResponse response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        ReadAsync(response.ContentStream ?? Stream.Null, RequestIdOf(response), type, cancellationToken);

    public static async ValueTask<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return await ReadAsync(body, RequestIdOf(response), type, cancellationToken).ConfigureAwait(false);
    }

    public static ProtocolException Malformed(JsonException json, string what, string? requestId) =>
        new($"{what} is not the promised JSON{(json.Path is { Length: > 0 and < 100 } path ? $"; at {path}" : string.Empty)}.") { RequestId = requestId };

    public static string? RequestIdOf(PipelineResponse response) => response.Headers.TryGetValue(RequestId, out string? id) ? id : null;

    public static string? RequestIdOf(HttpResponseMessage response) => response.Headers.NonValidated.TryGetValues(RequestId, out HeaderStringValues ids) ? ids.ToString() : null;

    private static async ValueTask<T> ReadAsync<T>(Stream body, string? requestId, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await BodyJson.ReadAsync(body, type, cancellationToken).ConfigureAwait(false) ?? throw new ProtocolException("The answer is empty.") { RequestId = requestId };
        }
        catch (JsonException malformed)
        {
            throw Malformed(malformed, "The answer", requestId);
        }
    }
}
