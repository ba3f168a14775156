using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>An answer of the model with all that is to be known about how it came about.</summary>
public sealed record GeneratedResponse : IServedResult, ICacheableResult
{
    /// <summary>The text; empty where <see cref="Outcome"/> says why.</summary>
    public required string Text { get; init; }

    /// <summary>How it ended; anything but <see cref="GenerationOutcome.Completed"/> is not whole.</summary>
    public required GenerationOutcome Outcome { get; init; }

    /// <summary>What the model said in place of an answer; null where it did not refuse.</summary>
    public string? Refusal { get; init; }

    /// <summary>The model that was asked for.</summary>
    public required string RequestedModel { get; init; }

    /// <summary>The model that answered, as the API names it.</summary>
    public required string Model { get; init; }

    /// <summary>Why another model answered.</summary>
    public ModelFallbackReason FallbackReason { get; init; }

    /// <summary>The tokens; see <see cref="IsUsageEstimated"/>.</summary>
    public required TokenUsage Usage { get; init; }

    /// <summary>Whether the API gave no figures and the tokens were counted here.</summary>
    public bool IsUsageEstimated { get; init; }

    /// <summary>The cost in US dollars; null where the price of the model is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>How long the model took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How long it took to the first text of a streamed answer; null for others.</summary>
    public TimeSpan? TimeToFirstToken { get; init; }

    /// <summary>The system prompt that was used, as <c>name@version</c>.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>What became of each source of the request, in its order.</summary>
    public IReadOnlyList<SourceUse> Sources { get; init; } = [];

    /// <summary>What the budgets have to say; empty where nothing is near its end.</summary>
    public IReadOnlyList<BudgetWarning> BudgetWarnings { get; init; } = [];

    /// <summary>The vendor's id of the request, to quote to its support; null where it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Where the answer was served from. One out of a cache cost nothing again.</summary>
    public ResultOrigin Origin { get; init; }

    /// <summary>Whether the answer is whole.</summary>
    public bool IsComplete => Outcome == GenerationOutcome.Completed;

    bool ICacheableResult.IsWorthKeeping => Outcome is GenerationOutcome.Completed or GenerationOutcome.CutByTokenLimit;

    long ICacheableResult.ApproximateBytes => (sizeof(char) * (long)Text.Length) + (200L * Sources.Count);

    /// <inheritdoc />
    public IServedResult WithOrigin(ResultOrigin origin) => this with { Origin = origin };
}
