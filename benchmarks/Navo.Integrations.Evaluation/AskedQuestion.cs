using Navo.Integrations.EnterpriseGpt;

namespace Navo.Integrations.Evaluation;

/// <summary>A question with what came of it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
public sealed record AskedQuestion(LabelledQuestion Question, KnowledgeAnswer Answer)
{
    /// <summary>The share of the items that answer the question among the first ten hits.</summary>
    public double Recall { get; init; }

    /// <summary>How many checked quotes the answer has.</summary>
    public int Quotes { get; init; }

    /// <summary>How many of them are of the items that answer the question.</summary>
    public int RightQuotes { get; init; }

    /// <summary>Whether the answer holds the words of a right one.</summary>
    public bool HoldsPhrase { get; init; }

    /// <summary>What reached the reader or the model that the reader may not see.</summary>
    public IReadOnlyList<string> Leaks { get; init; } = [];

    /// <summary>Whether it says that nothing is known.</summary>
    public bool IsUnknown => Answer.Outcome == AnswerOutcome.DontKnow;

    /// <summary>Whether all of it is right.</summary>
    public bool IsRight => Leaks.Count == 0 && (Question.IsAnswerable ? Recall >= 1 && HoldsPhrase && Quotes > 0 && RightQuotes == Quotes : IsUnknown);
}
