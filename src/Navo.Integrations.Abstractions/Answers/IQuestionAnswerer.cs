namespace Navo.Integrations.Abstractions;

/// <summary>Answers questions from what a reader may see, with the places that the answer rests on. It is what doors to other programs need of an assistant, whichever it is.</summary>
/// <remarks>The package <c>Navo.Integrations.EnterpriseGpt</c> registers one. Safe for concurrent use.</remarks>
public interface IQuestionAnswerer
{
    /// <summary>Answers a question.</summary>
    /// <param name="question">What is asked, as plain text.</param>
    /// <param name="reader">On whose behalf: whose rights count.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The answer. Where nothing that the reader may see supports one, <see cref="CitedAnswer.IsKnown"/> is false, whether nothing is there or nothing may be seen.</returns>
    /// <exception cref="InvalidQueryException">The question is empty or too long.</exception>
    /// <exception cref="IntegrationException">The answer could not be made.</exception>
    Task<CitedAnswer> AnswerAsync(string question, AccessContext reader, CancellationToken cancellationToken = default);
}
