using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>The door: one answer a call, whole or as it comes.</summary>
internal sealed class KnowledgeAssistant(AnswerParts parts) : IKnowledgeAssistant
{
    public Task<KnowledgeAnswer> AskAsync(KnowledgeQuestion question, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(reader);
        return AnswerAsync(question, reader, static _ => { }, cancellationToken);
    }

    public IAsyncEnumerable<AnswerUpdate> StreamAsync(KnowledgeQuestion question, AccessContext reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(reader);
        return UpdatesAsync(question, reader, cancellationToken);
    }

    private async IAsyncEnumerable<AnswerUpdate> UpdatesAsync(KnowledgeQuestion question, AccessContext reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<string> texts = Channel.CreateUnbounded<string>(new() { SingleReader = true });
        Task<KnowledgeAnswer> whole = RunAsync(question, reader, texts.Writer, left.Token);
        try
        {
            await foreach (string text in texts.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return new(text);
            }

            yield return new(string.Empty, await whole.ConfigureAwait(false));
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false); // whoever leaves early stops the work
            await ((Task)whole).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<KnowledgeAnswer> RunAsync(KnowledgeQuestion question, AccessContext reader, ChannelWriter<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            return await AnswerAsync(question, reader, text => texts.TryWrite(text), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            texts.TryComplete();
        }
    }

    private Task<KnowledgeAnswer> AnswerAsync(KnowledgeQuestion question, AccessContext reader, Action<string> onText, CancellationToken cancellationToken) =>
        parts.Trace.RunAsync(() => new AnswerRun(parts, question, reader, onText).AnswerAsync(cancellationToken), cancellationToken);
}
