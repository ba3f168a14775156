using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Reads a marked text without making a string of what is only taken apart.</summary>
internal sealed class HighlightedTextConverter : JsonConverter<HighlightedText>
{
    public override bool HandleNull => true;

    public override HighlightedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        // As many characters as there are bytes at most.
        char[] marked = ArrayPool<char>.Shared.Rent(reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length);
        try
        {
            return HighlightMapping.Read(marked.AsSpan(0, reader.CopyString(marked)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(marked);
        }
    }

    public override void Write(Utf8JsonWriter writer, HighlightedText value, JsonSerializerOptions options) => throw new NotSupportedException();
}
