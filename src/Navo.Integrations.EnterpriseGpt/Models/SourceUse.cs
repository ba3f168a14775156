namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What became of a source of a request.</summary>
/// <param name="Source">The source's key, as <see cref="GroundingSource.Key"/> gives it.</param>
/// <param name="TokensUsed">How many of its tokens the prompt held.</param>
/// <param name="TokensTotal">How many it has.</param>
public sealed record SourceUse(string Source, int TokensUsed, int TokensTotal)
{
    /// <summary>Whether the prompt held it whole.</summary>
    public bool IsWhole => TokensUsed >= TokensTotal;
}
