namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>A word of a question, without the punctuation around it.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Lower">The word in lower case.</param>
/// <param name="EndsSentence">Whether a full stop, a question mark or an exclamation mark follows.</param>
internal readonly record struct QueryWord(int Start, int Length, string Lower, bool EndsSentence)
{
    public int End => Start + Length;
}
