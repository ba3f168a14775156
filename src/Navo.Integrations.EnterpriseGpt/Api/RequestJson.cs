using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>
/// Writes bodies of requests. They are no part of a page, so what only HTML wants escaped goes out as it is: prompts are full of quotes, angle brackets and letters beyond ASCII,
/// each of which would take six bytes.
/// </summary>
internal static class RequestJson
{
    private const int MostKept = 256 << 10;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static byte[] Write<T>(T body, JsonTypeInfo<T> type)
    {
        ArrayBufferWriter<byte> buffer = _buffer ??= new();
        Utf8JsonWriter writer = _writer ??= new(buffer, Plain);
        try
        {
            JsonSerializer.Serialize(writer, body, type);
            return buffer.WrittenSpan.ToArray();
        }
        finally
        {
            Clear(buffer, writer);
        }
    }

    /// <summary>No prompt stays behind, and no thread keeps the memory of a long one.</summary>
    private static void Clear(ArrayBufferWriter<byte> buffer, Utf8JsonWriter writer)
    {
        if (buffer.Capacity > MostKept)
        {
            (_buffer, _writer) = (null, null);
            return;
        }

        buffer.Clear();
        writer.Reset(buffer);
    }
}
