namespace Navo.Integrations.Abstractions;

/// <summary>How a hit came to its place: the shares of its ranks added up, times the boosts. It counts only what the reader may see.</summary>
public sealed record HitExplanation
{
    /// <summary>Its rank at each source, and what that gave.</summary>
    public required IReadOnlyList<RankShare> Ranks { get; init; }

    /// <summary>The sum of the shares.</summary>
    public required double Fused { get; init; }

    /// <summary>What the sum was multiplied by.</summary>
    public IReadOnlyList<ScoreBoost> Boosts { get; init; } = [];
}
