namespace Navo.Integrations.Abstractions;

/// <summary>One page of search hits, all of which the reader may see.</summary>
public sealed record SearchPage : IServedResult
{
    /// <summary>The hits, best first.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>How many hits there are on all pages.</summary>
    public required SearchTotal Total { get; init; }

    /// <summary>What was left out of this page and why. Counts only, never names; for operators, not for the reader.</summary>
    public IReadOnlyList<Omission> Omitted { get; init; } = [];

    /// <summary>Pass it as <see cref="SearchQuery.Continuation"/> of the same query by the same reader; null on the last page.</summary>
    public string? Continuation { get; init; }

    /// <summary>Where the page was served from.</summary>
    public ResultOrigin Origin { get; init; }

    /// <summary>Whether hits were removed because the reader may not, or may not provably, see them.</summary>
    public bool IsTrimmed => Omitted.Any(o => o.Reason is OmissionReason.NotPermitted or OmissionReason.PermissionUnknown);

    /// <inheritdoc />
    public IServedResult WithOrigin(ResultOrigin origin) => this with { Origin = origin };
}
