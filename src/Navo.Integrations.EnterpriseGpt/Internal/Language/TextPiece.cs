namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>A section, or a part of one, that fits into a call. Its section is a place among all.</summary>
internal readonly record struct TextPiece(int Section, int Start, int Length, int Tokens)
{
    public int End => Start + Length;
}
