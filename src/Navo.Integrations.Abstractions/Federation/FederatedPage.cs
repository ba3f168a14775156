namespace Navo.Integrations.Abstractions;

/// <summary>One page of the fused hits of all sources, all of which the reader may see, and what is missing from it.</summary>
public sealed record FederatedPage
{
    /// <summary>The hits, best first.</summary>
    public required IReadOnlyList<FederatedHit> Hits { get; init; }

    /// <summary>What came of each source that the query could have gone to, by name.</summary>
    public required IReadOnlyList<SourceReport> Reports { get; init; }

    /// <summary>
    /// How many hits there are on all pages: exact if all of them stand on this one, else an estimate that counts near-duplicates singly; unknown if a source
    /// doesn't tell or isn't there.
    /// </summary>
    public required SearchTotal Total { get; init; }

    /// <summary>
    /// Pass it as <see cref="FederatedQuery.Continuation"/> of the same query by the same reader; null on the last page. A source that failed in passing is asked again
    /// there, three times in a row at most.
    /// </summary>
    public string? Continuation { get; init; }

    /// <summary>The page as a reader may have it: see <see cref="SourceReport.ForReader"/>.</summary>
    /// <returns>The same hits, with the reports that tell nothing of what is hidden.</returns>
    public FederatedPage ForReader() => this with { Reports = [.. Reports.Select(static report => report.ForReader())] };

    /// <summary>Whether every source that the query is for answered in full and afresh.</summary>
    public bool IsComplete => Reports.All(report => report.IsComplete);

    /// <summary>Whether every hit keeps to every filter: no source was asked without one that it can't express.</summary>
    public bool IsExact => Reports.All(report => report.Unexpressed.Count == 0 || report.Status is SourceStatus.Refused or SourceStatus.NotAsked);

    /// <summary>Whether any source answered at least in part; if not, an empty page says nothing about what there is.</summary>
    public bool HasAnswer => Reports.Any(report => report.Status is SourceStatus.Answered or SourceStatus.Partial or SourceStatus.StaleFromCache);
}
