using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>The score of a candidate and how it came about.</summary>
/// <param name="Shares">What each of its places adds, in their order.</param>
/// <param name="Boosts">What the sum is multiplied by.</param>
public sealed record FusedScore(IReadOnlyList<double> Shares, IReadOnlyList<ScoreBoost> Boosts)
{
    /// <summary>The sum of the shares.</summary>
    public double Fused => Shares.Sum();

    /// <summary>The sum times the boosts.</summary>
    public double Score => Boosts.Aggregate(Fused, static (score, boost) => score * boost.Factor);
}
