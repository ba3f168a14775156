namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>A part of a text.</summary>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public string Of(string text) => text.Substring(Start, Length);
}
