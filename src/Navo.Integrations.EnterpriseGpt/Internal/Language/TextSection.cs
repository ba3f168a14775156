namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>A section of a text; sections follow each other without a gap.</summary>
internal sealed record TextSection(IReadOnlyList<string> HeadingPath, int Start, int Length)
{
    public int End => Start + Length;
}
