namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Of which sort an answer is.</summary>
public enum AnswerOutcome
{
    /// <summary>Nothing that the reader may see supports an answer. It says the same whether nothing is there or nothing may be seen.</summary>
    DontKnow = 0,

    /// <summary>The model answered, and at least one sentence was found in a passage that it cites.</summary>
    Answered,

    /// <summary>There was no model: the text is made of sentences of the best passages. <see cref="KnowledgeAnswer.ExtractiveReason"/> says why.</summary>
    Extractive,
}
