using System.Text.Json;
using System.Text.Json.Serialization;

namespace Navo.Integrations.Core.Caching.Serialization;

/// <summary>Writes a value as the text that it reads itself from; what it does not accept is a <see cref="JsonException"/>.</summary>
internal abstract class TextJsonConverter<T> : JsonConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return Parse(reader.GetString() ?? string.Empty);
        }
        catch (Exception refused) when (refused is Abstractions.IntegrationException or InvalidOperationException)
        {
            throw new JsonException($"Not a {typeof(T).Name}.");
        }
    }

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));

    protected abstract T Parse(string text);

    protected abstract string Format(T value);
}
