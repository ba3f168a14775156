namespace Navo.Integrations.Core.Federation;

/// <summary>An item with its near-duplicates.</summary>
/// <param name="Places">Its places, the best first; at least one.</param>
public sealed record FusionCandidate(IReadOnlyList<RankedHit> Places);
