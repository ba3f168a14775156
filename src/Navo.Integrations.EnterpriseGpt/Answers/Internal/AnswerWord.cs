namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>A word that says something, in the form in which words are compared.</summary>
/// <param name="Stem">The form: lower case, without accents and the commonest endings; of a number, however it is written, its digits; of a month or day one form for all languages.</param>
/// <param name="IsNumber">Whether it is a number, a month or a day, which a claim must not invent.</param>
/// <param name="IsNegation">Whether it turns a statement round.</param>
internal readonly record struct AnswerWord(string Stem, bool IsNumber, bool IsNegation);
