using System.Text.Json;
using System.Text.Json.Serialization;

namespace Navo.Integrations.Wire;

/// <summary>
/// Reads a member that says the same for one item after the other, such as a space, a person or a media type: an equal text of before is given again in place of a new one.
/// Each member that has it keeps its own few, so what it holds is bounded.
/// </summary>
internal sealed class RepeatedTextConverter : JsonConverter<string?>
{
    private const int Places = 256; // a power of two
    private const int MaxBytes = 256;

    /// <summary>Threads may overwrite each other's: what is found is compared, so the worst is a text that is made once more.</summary>
    private readonly string?[] _known = new string?[Places];

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueSpan.Length > MaxBytes)
        {
            return reader.GetString();
        }

        HashCode hash = default;
        hash.AddBytes(reader.ValueSpan);
        ref string? known = ref _known[hash.ToHashCode() & (Places - 1)];
        string? text = known;
        return text is not null && reader.ValueTextEquals(text) ? text : known = reader.GetString();
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
