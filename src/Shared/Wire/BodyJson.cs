using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Wire;

/// <summary>Reads JSON where it lies in memory already, and else as it comes: the reader of streams keeps a state for each member, for a body that might end anywhere.</summary>
internal static class BodyJson
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static async ValueTask<T?> ReadAsync<T>(HttpContent content, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        if (BufferedBody.TryGetBytes(content, out ReadOnlySpan<byte> bytes))
        {
            return Read(bytes, type, cancellationToken);
        }

        using Stream body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return await ReadAsync(body, type, cancellationToken).ConfigureAwait(false);
    }

    public static ValueTask<T?> ReadAsync<T>(Stream body, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        BufferedBody.TryGetBytes(body, out ReadOnlySpan<byte> bytes)
            ? new(Read(bytes, type, cancellationToken))
            : JsonSerializer.DeserializeAsync(body, type, cancellationToken);

    private static T? Read<T>(ReadOnlySpan<byte> bytes, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return JsonSerializer.Deserialize(bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes, type);
    }
}
