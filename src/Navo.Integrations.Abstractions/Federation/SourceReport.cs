namespace Navo.Integrations.Abstractions;

/// <summary>What came of asking one source, and what of its hits is missing.</summary>
public sealed record SourceReport
{
    /// <summary>The integration.</summary>
    public required IntegrationName Source { get; init; }

    /// <summary>What came of it.</summary>
    public required SourceStatus Status { get; init; }

    /// <summary>The failure behind the status; null where there was none, and on the pages after the one on which it failed for good.</summary>
    public IntegrationException? Error { get; init; }

    /// <summary>Why, in a sentence without secrets or the text of queries; null where the status says all.</summary>
    public string? Detail { get; init; }

    /// <summary>How old its answer is at most: zero where the source itself answered, more where a cache did.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How many of its hits stand in the page, near-duplicates among <see cref="FederatedHit.Alternatives"/> included. In an update of a stream: how many it delivered.</summary>
    public int HitCount { get; init; }

    /// <summary>What was left out of its hits and why. Counts only; for operators, not for the reader.</summary>
    public IReadOnlyList<Omission> Omitted { get; init; } = [];

    /// <summary>The filters that it could not express. If it was asked nonetheless, its hits may lie outside of them.</summary>
    public IReadOnlyList<SearchFilter> Unexpressed { get; init; } = [];

    /// <summary>Whether none of its hits is missing, nor older than the source has it.</summary>
    public bool IsComplete => Status is SourceStatus.Answered or SourceStatus.NotAsked;

    /// <summary>
    /// The report as a reader may have it: what is missing by failure is said, what is missing by permission is not. Nothing is counted that was left out, and a source that
    /// is partial only because some permissions could not be established counts as answered, so a hidden item that matches looks like none.
    /// </summary>
    /// <returns>The report without what is for operators.</returns>
    public SourceReport ForReader() => this with
    {
        Omitted = [],
        Status = IsUndecidedOnly ? SourceStatus.Answered : Status,
        Detail = IsUndecidedOnly ? null : Detail,
    };

    private bool IsUndecidedOnly => Status == SourceStatus.Partial && Error is null;
}
