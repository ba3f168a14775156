using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Answers questions from all registered integrations, with citations that were checked. Nothing of a conversation is kept here.</summary>
/// <remarks>
/// A passage goes to the model only after its integration allowed it for the reader, asked afresh for this answer; what cannot be established counts as refused.
/// Safe for concurrent use.
/// </remarks>
public interface IKnowledgeAssistant
{
    /// <summary>Answers a question.</summary>
    /// <param name="question">The question, and what may be looked at.</param>
    /// <param name="reader">On whose behalf: whose rights count, and whose budget.</param>
    /// <param name="cancellationToken">Cancels the search and the model's work.</param>
    /// <returns>The answer; <see cref="KnowledgeAnswer.Outcome"/> says of which sort.</returns>
    /// <exception cref="InvalidQueryException">The question is empty or too long, or names a source that is not registered.</exception>
    /// <exception cref="IntegrationException">The model failed and <see cref="KnowledgeAssistantOptions.AllowExtractive"/> is off, or the audit record could not be written.</exception>
    Task<KnowledgeAnswer> AskAsync(KnowledgeQuestion question, AccessContext reader, CancellationToken cancellationToken = default);

    /// <summary>The same, sentence by sentence: each leaves once its citations are checked.</summary>
    /// <param name="question">The question, and what may be looked at.</param>
    /// <param name="reader">On whose behalf.</param>
    /// <param name="cancellationToken">Cancels the work. Leaving the enumeration early cancels it too.</param>
    /// <returns>Parts of the text, then one update with the whole answer. The parts together are <see cref="KnowledgeAnswer.Text"/>.</returns>
    /// <exception cref="IntegrationException">See <see cref="AskAsync"/>; thrown by a step of the enumeration.</exception>
    IAsyncEnumerable<AnswerUpdate> StreamAsync(KnowledgeQuestion question, AccessContext reader, CancellationToken cancellationToken = default);
}
