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
        return TextStream.OfAsync(
            (onText, token) => AnswerAsync(question, reader, onText, token),
            static (text, answer) => new AnswerUpdate(text, answer),
            cancellationToken);
    }

    private Task<KnowledgeAnswer> AnswerAsync(KnowledgeQuestion question, AccessContext reader, Action<string> onText, CancellationToken cancellationToken) =>
        parts.Trace.RunAsync(() => new AnswerRun(parts, question, reader, onText).AnswerAsync(cancellationToken), cancellationToken);
}
