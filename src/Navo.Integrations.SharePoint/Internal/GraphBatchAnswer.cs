using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>The answer to one request of a batch: its body, or why it failed.</summary>
internal sealed record GraphBatchAnswer(JsonElement Body, IntegrationException? Failure)
{
    /// <summary>The body of a success.</summary>
    /// <exception cref="IntegrationException">The request failed.</exception>
    public T Read<T>(JsonTypeInfo<T> type)
        where T : class => Failure is { } failure ? throw failure
        : (Body.ValueKind is JsonValueKind.Undefined ? null : Body.Deserialize(type)) ?? throw new ProtocolException("An answer of a batch was empty.");
}
