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

    /// <summary>Labels of which a source has at least one; empty for any. See <see cref="OnInexpressible"/> for sources that can't search by them.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Only what was modified at or after this time.</summary>
    public DateTimeOffset? ModifiedSince { get; init; }

    /// <summary>Only what was modified before this time.</summary>
    public DateTimeOffset? ModifiedBefore { get; init; }

    /// <summary>
    /// What to do about a source that can't search by <see cref="Labels"/> or times. By default it is not asked, and the answer says so. With <see cref="InexpressibleFilter.Report"/> it is asked
    /// without the filter and what it finds is filtered here, by the labels and times of its items; the answer says that too. It never rests on what was not filtered.
    /// </summary>
    public InexpressibleFilter OnInexpressible { get; init; } = InexpressibleFilter.Refuse;

    /// <summary>Whose budget pays beside the reader's; null for none.</summary>
    public string? Tenant { get; init; }

    /// <summary>The model; null for the configured one.</summary>
    public string? Model { get; init; }

    /// <summary>Whether an answer to the same question over the same passages may come out of the cache. True by default.</summary>
    public bool AllowCache { get; init; } = true;

    /// <summary>Whether the lists are whole: a null would fail somewhere within and name nothing that the caller knows.</summary>
    /// <exception cref="InvalidQueryException">A list is null, or holds a null or an empty name.</exception>
    internal void RequireWhole()
    {
        Require(History, static turn => turn is { Text: not null }, nameof(History));
        Require(Sources, static source => source != default, nameof(Sources));
        Require(Scopes, static scope => scope is not null, nameof(Scopes));
        Require(Labels, static label => label is not null, nameof(Labels));
    }

    private static void Require<T>(IReadOnlyList<T>? list, Func<T, bool> isWhole, string name)
    {
        if (list is null || !list.All(isWhole))
        {
            throw new InvalidQueryException($"{name} of the question is null, or holds a null.") { Remedy = $"Leave {name} out, or give a list without nulls." };
        }
    }
}
