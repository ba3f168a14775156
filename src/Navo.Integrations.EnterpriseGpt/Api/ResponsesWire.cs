using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Navo.Integrations.EnterpriseGpt.Api.Wire;
using Navo.Integrations.EnterpriseGpt.Mapping;

namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>The Responses API: whole answers straight over our HTTP policy, streams over the OpenAI library.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/responses"/>.</remarks>
internal sealed class ResponsesWire(OpenAiClients clients, long maxBytes) : IModelWire
{
    private readonly QuestionPost _post = clients.PostTo("responses");

    public async Task<ModelAnswer> CompleteAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        ResponsesRequestDto question = ResponseMapping.ToRequest(request, isStream: false);
        using HttpResponseMessage response = await _post.SendAsync(question, OpenAiJson.Default.ResponsesRequestDto, RequestTraits.Of(request, isStream: false), cancellationToken).ConfigureAwait(false);
        ResponseDto answer = await WireJson.ReadAsync(response, OpenAiJson.Default.ResponseDto, cancellationToken).ConfigureAwait(false);
        return ResponseMapping.ToAnswer(answer, WireJson.RequestIdOf(response));
    }

    public async IAsyncEnumerable<ModelDelta> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using PipelineResponse response = await BeginAsync(request, cancellationToken).ConfigureAwait(false);
        string? requestId = WireJson.RequestIdOf(response);
        await foreach (ResponseEventDto item in ServerEvents.ReadAsync(response, OpenAiJson.Default.ResponseEventDto, maxBytes, cancellationToken).ConfigureAwait(false))
        {
            if (item is { Type: "response.output_text.delta", Delta: { Length: > 0 } text })
            {
                yield return new(text);
            }
            else if (ResponseMapping.ToEnd(item, requestId) is { } end)
            {
                yield return new(string.Empty, end);
                yield break;
            }
        }

        throw StreamErrors.EndedEarly();
    }

    private Task<PipelineResponse> BeginAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        BinaryData body = WireJson.Write(ResponseMapping.ToRequest(request, isStream: true), OpenAiJson.Default.ResponsesRequestDto);
        return clients.SendAsync((content, options) => clients.Responses.CreateResponseAsync(content, options), body, RequestTraits.Of(request, isStream: true), cancellationToken);
    }
}
