using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats;

/// <summary>Reads JSON: indented, with its characters readable, in parts that are not longer than needed.</summary>
internal sealed class JsonExtractor : IFormatExtractor
{
    private const int PartSize = 4096;
    private const int MaxDepth = 256;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = MaxDepth };
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth, AllowMultipleValues = true };

    public IReadOnlyList<string> MediaTypes { get; } = [Internal.MediaTypes.Json];

    public async ValueTask ExtractAsync(DocumentInput input, DocumentWriter output, CancellationToken cancellationToken)
    {
        using StreamReader reader = TextDecoding.Open(input);
        string text = await BoundedText.ReadAsync(reader, input.Meter, cancellationToken).ConfigureAwait(false);
        byte[] json = Encoding.UTF8.GetBytes(text);
        int read = Write(json, input.Meter, output);
        if (read < json.Length)
        {
            output.Lose("json:invalid", "From some place on the file is no JSON; what follows is given as it stands.");
            output.Code(Encoding.UTF8.GetString(json.AsSpan(read)), "json");
        }
    }

    private static int Write(byte[] json, ExtractionMeter meter, DocumentWriter output)
    {
        Utf8JsonReader reader = new(json, Lenient);
        ArrayBufferWriter<byte> part = new();
        using Utf8JsonWriter writer = new(part, Indented);
        int given = 0;
        try
        {
            while (reader.Read())
            {
                Copy(ref reader, writer);
                if (part.WrittenCount + writer.BytesPending > PartSize && reader.CurrentDepth <= 1)
                {
                    meter.Checkpoint();
                    Flush(writer, part, output);
                    given = (int)reader.BytesConsumed;
                }
            }
        }
        catch (JsonException)
        {
            return given;
        }

        Flush(writer, part, output);
        return json.Length;
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(reader.GetString()!);
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(reader.GetString());
                break;
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }

    private static void Flush(Utf8JsonWriter writer, ArrayBufferWriter<byte> part, DocumentWriter output)
    {
        writer.Flush();
        output.Code(Encoding.UTF8.GetString(part.WrittenSpan), "json");
        part.ResetWrittenCount();
    }
}
