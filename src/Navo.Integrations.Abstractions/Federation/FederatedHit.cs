namespace Navo.Integrations.Abstractions;

/// <summary>One item of a fused page, with the other addresses at which nearly the same text stands.</summary>
public sealed record FederatedHit
{
    /// <summary>The hit, as the source that placed it best gave it.</summary>
    public required SearchHit Hit { get; init; }

    /// <summary>Near-duplicates at other addresses, such as the same text as a file; each may be seen by the reader too.</summary>
    public IReadOnlyList<SearchHit> Alternatives { get; init; } = [];

    /// <summary>The fused score; comparable within one query only.</summary>
    public required double Score { get; init; }

    /// <summary>Its place on the page, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>How it came to its place; null unless <see cref="FederatedQuery.Explain"/> asks for it.</summary>
    public HitExplanation? Explanation { get; init; }
}
