using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Navo.Integrations.ExtensionsAI.Tests;

/// <summary>A model that says what the test wants, in the pieces that it wants, and keeps what it was asked.</summary>
internal sealed class ScriptedChatClient(params string[] pieces) : IChatClient
{
    public IReadOnlyList<ChatMessage>? Messages { get; private set; }

    public ChatOptions? Options { get; private set; }

    public string Asked => Messages![^1].Text;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        (Messages, Options) = ([.. messages], options);
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, string.Concat(pieces))));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        (Messages, Options) = ([.. messages], options);
        foreach (string piece in pieces)
        {
            await Task.Yield();
            yield return new(ChatRole.Assistant, piece) { MessageId = "m" };
        }

        yield return new(ChatRole.Assistant, [new UsageContent(new() { InputTokenCount = 7 })]) { MessageId = "m", FinishReason = ChatFinishReason.Stop };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
