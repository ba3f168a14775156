namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>A word or number as it stands in a text.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Plain">In lower case without diacritics; of a number its digits.</param>
/// <param name="Start">Where it begins.</param>
internal readonly record struct RawWord(string Text, string Plain, int Start)
{
    public int End => Start + Text.Length;

    public bool IsDigits => char.IsAsciiDigit(Text[0]);
}
