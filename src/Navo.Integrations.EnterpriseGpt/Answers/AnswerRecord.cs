using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What an audit needs of an answer. It holds neither the question nor any content.</summary>
public sealed record AnswerRecord
{
    /// <summary>Ties the records of one answer together.</summary>
    public required string AnswerId { get; init; }

    /// <summary>Opened before the model sees a passage, closed before the whole answer leaves.</summary>
    public required AnswerRecordStage Stage { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The reader's <see cref="AccessContext.Key"/>.</summary>
    public required string Reader { get; init; }

    /// <summary>The SHA-256 of the question as it was asked, in UTF-8, as lower-case hexadecimal digits.</summary>
    public required string QuestionSha256 { get; init; }

    /// <summary>Each passage that was chosen, with the decision about it.</summary>
    public required IReadOnlyList<AnswerRecordPassage> Passages { get; init; }

    /// <summary>The model that answered; null before, and where none did.</summary>
    public string? Model { get; init; }

    /// <summary>The tokens of all calls so far.</summary>
    public TokenUsage Usage { get; init; }

    /// <summary>The cost in US dollars so far; null where the price of a call is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Of which sort the answer is; null before it is there, and where it failed.</summary>
    public AnswerOutcome? Outcome { get; init; }

    /// <summary>Why there was no model.</summary>
    public ExtractiveReason ExtractiveReason { get; init; }

    /// <summary>Whether the answer came out of the cache.</summary>
    public bool FromCache { get; init; }

    /// <summary>The items that the answer cites, as <c>integration/id</c>.</summary>
    public IReadOnlyList<string> Cited { get; init; } = [];
}
