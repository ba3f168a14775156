namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What a question wants.</summary>
public enum QueryIntent
{
    /// <summary>It cannot be told.</summary>
    Unknown = 0,

    /// <summary>A certain document or page.</summary>
    FindDocument,

    /// <summary>An answer to a question of fact.</summary>
    AnswerQuestion,

    /// <summary>A summary.</summary>
    Summarize,

    /// <summary>Two or more things beside each other.</summary>
    Compare,

    /// <summary>All items of a sort.</summary>
    ListItems,

    /// <summary>How something is done.</summary>
    HowTo,

    /// <summary>A person: who knows, does or answers for something.</summary>
    FindPerson,

    /// <summary>A way out of a fault.</summary>
    Troubleshoot,
}
