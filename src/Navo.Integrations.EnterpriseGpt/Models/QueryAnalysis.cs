using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A question taken apart.</summary>
public sealed record QueryAnalysis : IServedResult, ICacheableResult
{
    /// <summary>The question as it was asked.</summary>
    public required string Query { get; init; }

    /// <summary>What it wants.</summary>
    public QueryIntent Intent { get; init; }

    /// <summary>The things that it names, at most 32.</summary>
    public IReadOnlyList<QueryEntity> Entities { get; init; } = [];

    /// <summary>The words and phrases that a good hit holds, at most 32.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>When what is looked for was written or changed; null where the question sets no limit.</summary>
    public QueryTimeRange? TimeRange { get; init; }

    /// <summary>The kinds of integration that it asks to look in, for example <c>confluence</c>; empty for all.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What it asks to stay within.</summary>
    public QueryFilters Filters { get; init; } = new();

    /// <summary>Its language as two letters of ISO 639-1, or <c>und</c>.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Texts to search for that together find what is wanted, the best first; one to five.</summary>
    public required IReadOnlyList<string> RewrittenQueries { get; init; }

    /// <summary>Who analyzed it.</summary>
    public QueryAnalysisOrigin Origin { get; init; }

    /// <summary>Why the model did not: a code such as <c>refused</c>, <c>schema_violation: $.intent</c> or <c>unavailable</c>; null where it did.</summary>
    public string? FallbackReason { get; init; }

    /// <summary>The model that was asked; null where none was.</summary>
    public string? Model { get; init; }

    /// <summary>The prompt, as <c>name@version</c>; null where no model was asked.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>The tokens of the call, of an answer that could not be used too.</summary>
    public TokenUsage Usage { get; init; }

    /// <summary>The cost in US dollars; null where it is not known: the model has no price, or its call failed. Zero where no model was asked.</summary>
    public decimal? Cost { get; init; } = 0m;

    /// <summary>Where the analysis was served from. One out of a cache cost nothing again.</summary>
    public ResultOrigin ServedFrom { get; init; }

    ResultOrigin IServedResult.Origin => ServedFrom;

    /// <inheritdoc />
    public IServedResult WithOrigin(ResultOrigin origin) => this with { ServedFrom = origin };

    bool ICacheableResult.IsWorthKeeping => Origin == QueryAnalysisOrigin.Model || FallbackReason is null or "model_skipped";

    long ICacheableResult.ApproximateBytes => 4000;

    /// <summary>One search for each of <see cref="RewrittenQueries"/>, within the filters and the time.</summary>
    /// <returns>The searches, at least one. An author's name is among the words, for only a directory can tell who it is; which integrations to ask is <see cref="Sources"/>.</returns>
    /// <exception cref="InvalidQueryException">A rewritten query is empty or longer than <see cref="SearchQuery.MaxTextLength"/>.</exception>
    public IReadOnlyList<SearchQuery> ToSearchQueries() => [.. RewrittenQueries.Select(ToSearchQuery).Distinct()];

    private SearchQuery ToSearchQuery(string text) => new(WithAuthors(text))
    {
        Containers = Filters.Containers,
        Kinds = Filters.Kinds,
        Labels = Filters.Labels,
        ModifiedSince = TimeRange?.From,
        ModifiedBefore = TimeRange?.To,
    };

    private string WithAuthors(string text) =>
        Filters.Authors
            .Where(a => !text.Contains(a, StringComparison.OrdinalIgnoreCase))
            .Aggregate(text, (words, author) => words.Length + author.Length < SearchQuery.MaxTextLength ? $"{words} {author}" : words);
}
