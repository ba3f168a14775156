namespace Navo.Integrations.Abstractions;

/// <summary>A step of a streamed search: what one source gave, or at the end the fused page.</summary>
public sealed record FederatedUpdate
{
    /// <summary>What came of one source; null in the last update.</summary>
    public SourceReport? Report { get; init; }

    /// <summary>That source's hits that the reader has not had on an earlier page, in its own order. Some may stand on a later page only.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>The fused page, in the last update; null before.</summary>
    public FederatedPage? Page { get; init; }
}
