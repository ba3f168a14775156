using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Answers as they come. The call itself passes the waist like any other, so a streamed answer is kept, counted and audited as a whole.</summary>
internal sealed class StreamDesk(GenerationDesk generation)
{
    public IAsyncEnumerable<ResponseUpdate> StreamAsync(GenerateRequest request, AccessContext reader, CancellationToken cancellationToken) => TextStream.OfAsync(
        (onText, token) => AnswerAsync(request, reader, onText, token),
        static (text, response) => new ResponseUpdate(text, response),
        cancellationToken);

    private async Task<GeneratedResponse> AnswerAsync(GenerateRequest request, AccessContext reader, Action<string> onText, CancellationToken cancellationToken)
    {
        bool isEmpty = true;
        void Pass(string text)
        {
            isEmpty = false;
            onText(text);
        }

        GeneratedResponse response = await generation.StreamAsync(request, reader, Pass, cancellationToken).ConfigureAwait(false);
        if (isEmpty && response.Text.Length > 0)
        {
            onText(response.Text); // out of the cache, or out of an equal call under way
        }

        return response;
    }
}
