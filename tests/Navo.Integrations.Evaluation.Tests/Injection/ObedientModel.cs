using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Navo.Integrations.Evaluation.Tests.Injection;

/// <summary>A model that does all that the document tells it, whatever the rules say: what holds then is held by the pipeline.</summary>
internal sealed class ObedientModel : IChatClient
{
    private const int Bite = 3;

    private readonly ConcurrentQueue<(string Prompt, string Question, ChatOptions? Options)> _calls = new();

    public IReadOnlyList<(string Prompt, string Question, ChatOptions? Options)> Calls => [.. _calls];

    /// <summary>What it answers where it is not asked for JSON.</summary>
    public string Answer { get; set; } = string.Empty;

    /// <summary>Called when it is asked for an answer.</summary>
    public Action? Asked { get; set; }

    public void Forget() => _calls.Clear();

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Take(messages, options))) { ModelId = "obedient", FinishReason = ChatFinishReason.Stop });

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string answer = Take(messages, options);
        for (int i = 0; i < answer.Length; i += Bite)
        {
            await Task.Yield();
            yield return new(ChatRole.Assistant, answer.Substring(i, Math.Min(Bite, answer.Length - i))) { ModelId = "obedient" };
        }

        yield return new(ChatRole.Assistant, string.Empty) { ModelId = "obedient", FinishReason = ChatFinishReason.Stop };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private string Take(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ChatMessage[] given = [.. messages];
        _calls.Enqueue((string.Join("\n\n", given.Select(message => message.Text)), given[^1].Text, options));
        if (options?.ResponseFormat is ChatResponseFormatJson)
        {
            return "no JSON";
        }

        Asked?.Invoke();
        return Answer;
    }
}
