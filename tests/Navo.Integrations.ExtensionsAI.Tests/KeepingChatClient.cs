using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Navo.Integrations.ExtensionsAI.Tests;

/// <summary>Keeps the updates that pass, as a cache does.</summary>
internal sealed class KeepingChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public List<ChatResponseUpdate> Kept { get; } = [];

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ChatResponseUpdate update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            Kept.Add(update);
            yield return update;
        }
    }
}
