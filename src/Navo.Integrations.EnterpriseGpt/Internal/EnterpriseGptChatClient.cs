using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Mapping;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Enterprise GPT as a chat client.</summary>
internal sealed class EnterpriseGptChatClient(IEnterpriseGptClient client, AccessContext reader, string? tenant) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        GenerateRequest request = ChatMessageMapping.ToRequest(messages, options, tenant);
        return ChatMessageMapping.ToResponse(await client.GenerateResponseAsync(request, reader, cancellationToken).ConfigureAwait(false));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        GenerateRequest request = ChatMessageMapping.ToRequest(messages, options, tenant);
        string id = Guid.NewGuid().ToString("N");
        await foreach (ResponseUpdate update in client.StreamResponseAsync(request, reader, cancellationToken).ConfigureAwait(false))
        {
            ChatResponseUpdate part = update.Response is { } end ? ChatMessageMapping.ToEnd(end) : new(ChatRole.Assistant, update.Text);
            part.MessageId = id;
            part.ResponseId = id;
            yield return part;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("openai")
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(client) ? client
            : null;
    }

    public void Dispose()
    {
        // The client belongs to the services.
    }
}
