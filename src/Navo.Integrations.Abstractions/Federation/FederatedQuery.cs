namespace Navo.Integrations.Abstractions;

/// <summary>What to look for in all sources at once. Everything that is set narrows the result; what a source can't express is reported or refused, never dropped silently.</summary>
public sealed record FederatedQuery
{
    /// <summary>The greatest <see cref="Limit"/>.</summary>
    public const int MaxLimit = 100;

    /// <summary>Makes a query.</summary>
    /// <param name="text">Words to find: plain text, never a query language. 1 to <see cref="SearchQuery.MaxTextLength"/> characters.</param>
    /// <exception cref="InvalidQueryException">The text is empty or too long.</exception>
    public FederatedQuery(string text) => Text = new SearchQuery(text).Text;

    /// <summary>The words to find.</summary>
    public string Text { get; }

    /// <summary>How many hits a page holds at most, 1 to <see cref="MaxLimit"/>; 10 by default. A page may hold fewer while more follow.</summary>
    public int Limit
    {
        get;
        init => field = value is >= 1 and <= MaxLimit ? value : throw new InvalidQueryException($"A page holds 1 to {MaxLimit} hits; {value} were asked for.");
    } = 10;

    /// <summary>The <see cref="FederatedPage.Continuation"/> of the page before; null for the first page.</summary>
    public string? Continuation { get; init; }

    /// <summary>The integrations to ask, by name; empty for all that are registered.</summary>
    public IReadOnlyList<IntegrationName> Sources { get; init; } = [];

    /// <summary>Places to stay within, any of them; empty for all. If there are some, only integrations to which one is bound are asked.</summary>
    public IReadOnlyList<SearchScope> Scopes { get; init; } = [];

    /// <summary>Kinds to stay within; empty for each integration's own default. A source that has none of them is not asked.</summary>
    public IReadOnlyList<ContentKind> Kinds { get; init; } = [];

    /// <summary>Extensions of files to stay within, such as <c>pdf</c>, with or without a dot; empty for any. A page without a file has none.</summary>
    public IReadOnlyList<string> FileTypes { get; init; } = [];

    /// <summary>Authors of which a hit has one; empty for any. Give a person's id of each system: each source takes those of its own.</summary>
    public IReadOnlyList<PrincipalId> Authors { get; init; } = [];

    /// <summary>Labels of which a hit has at least one; empty for any.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Only what was modified at or after this time.</summary>
    public DateTimeOffset? ModifiedSince { get; init; }

    /// <summary>Only what was modified before this time.</summary>
    public DateTimeOffset? ModifiedBefore { get; init; }

    /// <summary>Only what was modified within this time before the first page was asked for, to the minute; null for any age.</summary>
    /// <exception cref="InvalidQueryException">It is not more than zero.</exception>
    public TimeSpan? MaxAge
    {
        get;
        init => field = value is null || value > TimeSpan.Zero ? value : throw new InvalidQueryException("The greatest age of a hit is more than zero.");
    }

    /// <summary>How long to wait for the sources, more than zero and at most five minutes; 10 seconds by default. What has not answered by then is reported as timed out.</summary>
    public TimeSpan Deadline
    {
        get;
        init => field = value > TimeSpan.Zero && value <= TimeSpan.FromMinutes(5) ? value : throw new InvalidQueryException("The deadline of a search is more than zero and at most five minutes.");
    } = TimeSpan.FromSeconds(10);

    /// <summary>What to do about a filter that a source can't express. A scope is refused whatever stands here.</summary>
    public InexpressibleFilter OnInexpressible { get; init; }

    /// <summary>Whether an older answer from a cache may stand in for a source that is down, as by default; else the source counts as failed.</summary>
    public bool AllowStale { get; init; } = true;

    /// <summary>How much what was modified just now gains over what is old: the share of its score, 0 (nothing) to 1; 0.1 by default.</summary>
    public double FreshnessBoost
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new InvalidQueryException("The boost for freshness is 0 to 1.");
    } = 0.1;

    /// <summary>Whether hits carry an <see cref="FederatedHit.Explanation"/>.</summary>
    public bool Explain { get; init; }
}
