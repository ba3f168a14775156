using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Navo.Integrations.EnterpriseGpt.Api.Wire;
using Navo.Integrations.EnterpriseGpt.Mapping;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>Chat completions: whole ones straight over our HTTP policy, streams over the OpenAI library.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/chat"/>.</remarks>
internal sealed class ChatCompletionsWire(OpenAiClients clients, long maxBytes) : IModelWire
{
    private readonly QuestionPost _post = clients.PostTo("chat/completions");

    public async Task<ModelAnswer> CompleteAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        ChatRequestDto question = ChatMapping.ToRequest(request, isStream: false);
        using HttpResponseMessage response = await _post.SendAsync(question, OpenAiJson.Default.ChatRequestDto, RequestTraits.Of(request, isStream: false), cancellationToken).ConfigureAwait(false);
        ChatCompletionDto answer = await WireJson.ReadAsync(response, OpenAiJson.Default.ChatCompletionDto, cancellationToken).ConfigureAwait(false);
        return ChatMapping.ToAnswer(answer, WireJson.RequestIdOf(response));
    }

    public async IAsyncEnumerable<ModelDelta> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using PipelineResponse response = await BeginAsync(request, cancellationToken).ConfigureAwait(false);
        ChatStream stream = new(WireJson.RequestIdOf(response));
        await foreach (ChatCompletionDto chunk in ServerEvents.ReadAsync(response, OpenAiJson.Default.ChatCompletionDto, maxBytes, cancellationToken).ConfigureAwait(false))
        {
            if (stream.Add(chunk) is { Length: > 0 } text)
            {
                yield return new(text);
            }
        }

        yield return new(string.Empty, stream.ToAnswer());
    }

    private Task<PipelineResponse> BeginAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        BinaryData body = WireJson.Write(ChatMapping.ToRequest(request, isStream: true), OpenAiJson.Default.ChatRequestDto);
        return clients.SendAsync((content, options) => clients.Chat.CompleteChatAsync(content, options), body, RequestTraits.Of(request, isStream: true), cancellationToken);
    }
}
