using System.Text.Json.Serialization.Metadata;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Wire;

/// <summary>Answers that Refit hands on as streams: the body of a typed one it copies, which for a large answer is most of what a call allocates.</summary>
internal static class StreamedJson
{
    public static async Task<T> ReadAsync<T>(Task<Stream> answer, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using Stream body = await answer.ConfigureAwait(false);
        return await BodyJson.ReadAsync(body, type, cancellationToken).ConfigureAwait(false) ?? throw new ProtocolException("The source's answer was empty.");
    }
}
