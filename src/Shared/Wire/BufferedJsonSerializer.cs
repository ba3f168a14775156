using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace Navo.Integrations.Wire;

/// <summary>Refit's serializer, but for one thing: it reads the body where it lies in memory already, instead of copying it once more.</summary>
internal sealed class BufferedJsonSerializer(JsonSerializerContext context) : IHttpContentSerializer
{
    private readonly SystemTextJsonContentSerializer _inner = SystemTextJsonContentSerializer.ForContext(context);

    public HttpContent ToHttpContent<T>(T item) => _inner.ToHttpContent(item);

    public async Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        var type = (JsonTypeInfo<T>)(context.GetTypeInfo(typeof(T)) ?? throw new NotSupportedException($"{typeof(T)} is not part of the JSON context."));
        return await BodyJson.ReadAsync(content, type, cancellationToken).ConfigureAwait(false);
    }

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => _inner.GetFieldNameForProperty(propertyInfo);
}
