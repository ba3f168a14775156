namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What became of a section of a summarized text.</summary>
/// <param name="HeadingPath">The headings from the outermost to this one; empty for the text before the first.</param>
/// <param name="TotalTokens">How many tokens it has.</param>
/// <param name="ReadTokens">How many of them are in the summary, or in the part of it that was not cut.</param>
/// <param name="Gap">Why it is not in the summary, or not whole; the first reason where its parts have several.</param>
public sealed record SectionCoverage(IReadOnlyList<string> HeadingPath, int TotalTokens, int ReadTokens, CoverageGap Gap)
{
    /// <summary>Whether the summary rests on all of it.</summary>
    public bool IsRead => Gap == CoverageGap.None;
}
