using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Navo.Integrations.Core.Http;

namespace Navo.Integrations.Wire;

/// <summary>Reads JSON where it lies in memory already, and else as it comes: the reader of streams keeps a state for each member, for a body that might end anywhere.</summary>
internal static class BodyJson
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ValueTask<T?> ReadAsync<T>(Stream body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        if (!BufferedBody.TryGetBytes(body, out ReadOnlySpan<byte> bytes))
        {
            return JsonSerializer.DeserializeAsync(body, type, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new(JsonSerializer.Deserialize(bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes, type));
    }
}
