namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>A word that says something, in the form in which words are compared.</summary>
/// <param name="Stem">The form: lower case, without accents and the commonest endings; of a number its digits.</param>
/// <param name="IsNumber">Whether it begins with a digit.</param>
/// <param name="IsNegation">Whether it turns a statement round.</param>
internal readonly record struct AnswerWord(string Stem, bool IsNumber, bool IsNegation);
