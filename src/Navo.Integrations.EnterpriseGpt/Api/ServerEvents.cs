using System.ClientModel.Primitives;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>The events of a streamed answer. <c>[DONE]</c> ends it where the API sends that.</summary>
/// <remarks><see href="https://html.spec.whatwg.org/multipage/server-sent-events.html"/>.</remarks>
internal static class ServerEvents
{
    private static ReadOnlySpan<byte> Done => "[DONE]"u8;

    public static async IAsyncEnumerable<T> ReadAsync<T>(PipelineResponse response, JsonTypeInfo<T> type, long maxBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        string? requestId = WireJson.RequestIdOf(response);
        int number = 0;
        BoundedStream body = new(response.ContentStream ?? Stream.Null, maxBytes);
        SseParser<T?> events = SseParser.Create(body, (_, data) => Parse(data, type, ++number, requestId));
        await foreach (SseItem<T?> item in events.EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            if (item.Data is null)
            {
                yield break;
            }

            yield return item.Data;
        }
    }

    private static T? Parse<T>(ReadOnlySpan<byte> data, JsonTypeInfo<T> type, int number, string? requestId)
        where T : class
    {
        if (data.SequenceEqual(Done))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(data, type) ?? throw new ProtocolException($"Event {number} of the stream is empty.") { RequestId = requestId };
        }
        catch (JsonException malformed)
        {
            throw WireJson.Malformed(malformed, $"Event {number} of the stream", requestId);
        }
    }
}
