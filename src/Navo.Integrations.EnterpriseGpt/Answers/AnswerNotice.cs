namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What is to be known beside the text of an answer.</summary>
/// <param name="Kind">What, for machines.</param>
/// <param name="Message">The same in a sentence for the reader.</param>
/// <param name="Sources">The items that it is about as <c>integration/id</c>, or the integration alone; the newer one first where two differ.</param>
public sealed record AnswerNotice(AnswerNoticeKind Kind, string Message, IReadOnlyList<string> Sources);
