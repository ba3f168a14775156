using System.ClientModel.Primitives;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>Bodies of requests and answers. An answer that cost money is not asked for again because it makes no sense, so what is wrong with it is said here.</summary>
internal static class WireJson
{
    public static BinaryData Write<T>(T body, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(body, type));

    public static async Task<T> ReadAsync<T>(PipelineResponse response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        Stream body = response.ContentStream ?? throw Empty(response);
        try
        {
            return await BodyJson.ReadAsync(body, type, cancellationToken).ConfigureAwait(false) ?? throw Empty(response);
        }
        catch (JsonException malformed)
        {
            throw Malformed(malformed, "The answer", RequestIdOf(response));
        }
    }

    public static ProtocolException Malformed(JsonException json, string what, string? requestId) =>
        new($"{what} is not the promised JSON{(json.Path is { Length: > 0 and < 100 } path ? $"; at {path}" : string.Empty)}.") { RequestId = requestId };

    public static string? RequestIdOf(PipelineResponse response) => response.Headers.TryGetValue("x-request-id", out string? id) ? id : null;

    private static ProtocolException Empty(PipelineResponse response) => new("The answer is empty.") { RequestId = RequestIdOf(response) };
}
