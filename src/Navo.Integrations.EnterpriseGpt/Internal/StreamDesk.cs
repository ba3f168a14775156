using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>
/// Turns a call whose text comes piece by piece into an enumeration. The call itself passes the waist like any other, so a streamed answer is kept, counted and audited as a whole.
/// </summary>
internal sealed class StreamDesk(GenerationDesk generation)
{
    public async IAsyncEnumerable<ResponseUpdate> StreamAsync(GenerateRequest request, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<string> texts = Channel.CreateUnbounded<string>(new() { SingleReader = true });
        Task<GeneratedResponse> whole = RunAsync(request, reader, texts.Writer, left.Token);
        bool isEmpty = true;
        try
        {
            await foreach (string text in texts.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                isEmpty = false;
                yield return new(text);
            }

            GeneratedResponse response = await whole.ConfigureAwait(false);
            if (isEmpty && response.Text.Length > 0)
            {
                yield return new(response.Text); // out of the cache, or out of an equal call under way
            }

            yield return new(string.Empty, response);
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false); // whoever leaves early stops the model
            await ((Task)whole).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<GeneratedResponse> RunAsync(GenerateRequest request, AccessContext reader, ChannelWriter<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            return await generation.StreamAsync(request, reader, text => texts.TryWrite(text), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            texts.TryComplete();
        }
    }
}
