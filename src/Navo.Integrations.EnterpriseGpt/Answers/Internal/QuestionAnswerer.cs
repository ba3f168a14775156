using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>The assistant as programs know it that know no Enterprise GPT.</summary>
internal sealed class QuestionAnswerer(IKnowledgeAssistant assistant) : IQuestionAnswerer
{
    public async Task<CitedAnswer> AnswerAsync(string question, AccessContext reader, CancellationToken cancellationToken = default)
    {
        KnowledgeAnswer answer = await assistant.AskAsync(new(question), reader, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Text = answer.Text,
            IsKnown = answer.Outcome != AnswerOutcome.DontKnow,
            IsWritten = answer.Outcome == AnswerOutcome.Answered,
            IsComplete = answer.IsComplete,
            Sources = [.. answer.Citations.Select(Source)],
            Notices = [.. answer.Notices.Select(static notice => notice.Message)],
        };
    }

    private static CitedSource Source(Citation citation) => new()
    {
        Number = citation.Number,
        Source = citation.Source,
        Id = citation.Id,
        Title = citation.Title,
        Version = citation.Version,
        Location = citation.Location,
        Address = citation.Address,
        Quotes = [.. citation.Quotes.Select(static quote => quote.Text)],
    };
}
