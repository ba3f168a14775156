namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A sentence of an answer.</summary>
/// <param name="Text">The sentence as it stands in the answer, markers included.</param>
/// <param name="Support">Whether a passage supports it.</param>
/// <param name="Citations">The numbers of the citations that were found to support it.</param>
public sealed record AnswerSentence(string Text, SentenceSupport Support, IReadOnlyList<int> Citations);
