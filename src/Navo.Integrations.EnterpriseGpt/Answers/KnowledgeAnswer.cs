using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>An answer that can be checked.</summary>
public sealed record KnowledgeAnswer
{
    /// <summary>The question as it was put to the model: a follow-up stands here rewritten.</summary>
    public required string Question { get; init; }

    /// <summary>The text as Markdown with markers such as <c>[1]</c>, each of them one of <see cref="Citations"/>. Links lead to cited sources only.</summary>
    public required string Text { get; init; }

    /// <summary>Of which sort it is.</summary>
    public required AnswerOutcome Outcome { get; init; }

    /// <summary>Why there was no model; <see cref="EnterpriseGpt.ExtractiveReason.None"/> where it answered.</summary>
    public ExtractiveReason ExtractiveReason { get; init; }

    /// <summary>Whether the model came to its end; false where its answer was cut.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>What the markers stand for, by number from 1 without gaps.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The sentences of <see cref="Text"/> in their order, each with what supports it.</summary>
    public IReadOnlyList<AnswerSentence> Sentences { get; init; } = [];

    /// <summary>How many sentences of the model were left out because no passage supports them.</summary>
    public int DroppedSentences { get; init; }

    /// <summary>What is to be known beside the text: sources that differ, are old, suspicious or missing.</summary>
    public IReadOnlyList<AnswerNotice> Notices { get; init; } = [];

    /// <summary>What the search found, best first: each was allowed for the reader afresh, as <see cref="Passages"/> were. A copy stands in the place of what was not.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>What the answer could rest on: each was allowed for the reader afresh.</summary>
    public IReadOnlyList<AnswerPassage> Passages { get; init; } = [];

    /// <summary>
    /// What came of each source; the worst report where it was asked several times. As <see cref="SourceReport.ForReader"/> gives it: what failed is said, what is hidden is not.
    /// <see cref="SourceReport.HitCount"/> counts <see cref="Hits"/>.
    /// </summary>
    public IReadOnlyList<SourceReport> Reports { get; init; } = [];

    /// <summary>Those of <see cref="Hits"/> whose text could not be read, with the failure. For operators.</summary>
    public IReadOnlyList<BatchItem<ContentId, KnowledgeContent>> Unread { get; init; } = [];

    /// <summary>The model's own account; null where it was not asked or failed.</summary>
    public GeneratedResponse? Response { get; init; }

    /// <summary>The tokens of all calls for this answer: rewriting, analysis, answer.</summary>
    public TokenUsage Usage { get; init; }

    /// <summary>The cost in US dollars; null where the price of a call is not known.</summary>
    public decimal? Cost { get; init; } = 0m;
}
