namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What of a text a summary rests on.</summary>
/// <param name="TotalTokens">How many tokens the text has.</param>
/// <param name="ReadTokens">How many of them the summary rests on.</param>
/// <param name="Sections">Each section, in order.</param>
/// <param name="Calls">How many calls to the model were made.</param>
public sealed record CoverageReport(long TotalTokens, long ReadTokens, IReadOnlyList<SectionCoverage> Sections, int Calls)
{
    /// <summary>Whether the summary rests on all of the text.</summary>
    public bool IsWhole => Sections.All(s => s.IsRead);

    /// <summary>The share of the text that the summary rests on, 0 to 1.</summary>
    public double Share => TotalTokens <= 0 ? 1 : (double)ReadTokens / TotalTokens;
}
