namespace Navo.Integrations.Core.Federation;

/// <summary>Makes one order out of those of many sources. Register your own before <c>AddNavoIntegrations</c> to replace <see cref="ReciprocalRankFusion"/>.</summary>
public interface IRankFusion
{
    /// <summary>Scores all candidates. It must depend on nothing but its arguments, or pages do not fit together.</summary>
    /// <param name="candidates">The candidates, in an order of no meaning.</param>
    /// <param name="context">The question.</param>
    /// <returns>A score for each candidate, in their order. The higher one comes first; equal ones are ordered by rank, source and id.</returns>
    IReadOnlyList<FusedScore> Score(IReadOnlyList<FusionCandidate> candidates, FusionContext context);
}
