using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>A question to the organization's knowledge.</summary>
public sealed record KnowledgeQuestion
{
    /// <summary>Makes a question.</summary>
    /// <param name="text">What is asked: 1 to <see cref="QueryAnalysisRequest.MaxQueryLength"/> characters.</param>
    /// <exception cref="InvalidQueryException">The text is empty or too long.</exception>
    public KnowledgeQuestion(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text.Trim() is { Length: > 0 and <= QueryAnalysisRequest.MaxQueryLength } trimmed
            ? trimmed
            : throw new InvalidQueryException($"A question has 1 to {QueryAnalysisRequest.MaxQueryLength:N0} characters.");
    }

    /// <summary>What is asked.</summary>
    public string Text { get; }

    /// <summary>Earlier turns, oldest first. A follow-up is rewritten with them; the oldest are left out above <see cref="KnowledgeAssistantOptions.HistoryTokens"/>.</summary>
    public IReadOnlyList<ConversationTurn> History { get; init; } = [];

    /// <summary>The integrations to ask, by name; empty for all.</summary>
    public IReadOnlyList<IntegrationName> Sources { get; init; } = [];

    /// <summary>Places to stay within; empty for all.</summary>
    public IReadOnlyList<SearchScope> Scopes { get; init; } = [];

    /// <summary>Labels of which a source has at least one; empty for any.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Only what was modified at or after this time.</summary>
    public DateTimeOffset? ModifiedSince { get; init; }

    /// <summary>Only what was modified before this time.</summary>
    public DateTimeOffset? ModifiedBefore { get; init; }

    /// <summary>Whose budget pays beside the reader's; null for none.</summary>
    public string? Tenant { get; init; }

    /// <summary>The model; null for the configured one.</summary>
    public string? Model { get; init; }

    /// <summary>Whether an answer to the same question over the same passages may come out of the cache. True by default.</summary>
    public bool AllowCache { get; init; } = true;
}
