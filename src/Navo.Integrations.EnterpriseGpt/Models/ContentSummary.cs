using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A summary with what it rests on.</summary>
public sealed record ContentSummary : IServedResult, ICacheableResult
{
    /// <summary>The summary; empty where <see cref="Outcome"/> says why.</summary>
    public required string Text { get; init; }

    /// <summary>How it ended. <see cref="GenerationOutcome.Completed"/> only where all of the text was read and no answer was cut; <see cref="GenerationOutcome.Unknown"/> where a call failed.</summary>
    public required GenerationOutcome Outcome { get; init; }

    /// <summary>What of the text it rests on.</summary>
    public required CoverageReport Coverage { get; init; }

    /// <summary>The tokens of all calls.</summary>
    public TokenUsage Usage { get; init; }

    /// <summary>The cost of all calls in US dollars; null where that of any is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The models that answered, each once.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The prompts that were used, as <c>name@version</c>.</summary>
    public IReadOnlyList<string> PromptVersions { get; init; } = [];

    /// <summary>What the budgets have to say, each scope once; empty where nothing is near its end.</summary>
    public IReadOnlyList<BudgetWarning> BudgetWarnings { get; init; } = [];

    /// <summary>Where the summary was served from. One out of a cache cost nothing again.</summary>
    public ResultOrigin Origin { get; init; }

    /// <summary>Whether it is whole.</summary>
    public bool IsComplete => Outcome == GenerationOutcome.Completed;

    bool ICacheableResult.IsWorthKeeping => IsComplete;

    long ICacheableResult.ApproximateBytes => (sizeof(char) * (long)Text.Length) + (200L * Coverage.Sections.Count);

    /// <inheritdoc />
    public IServedResult WithOrigin(ResultOrigin origin) => this with { Origin = origin };
}
