namespace Navo.Integrations.EnterpriseGpt;

/// <summary>How an answer of the model ended.</summary>
public enum GenerationOutcome
{
    /// <summary>For a reason that this version does not know; do not take it for whole.</summary>
    Unknown = 0,

    /// <summary>It is whole.</summary>
    Completed,

    /// <summary>It was cut at the limit of tokens.</summary>
    CutByTokenLimit,

    /// <summary>It was cut because the budget allowed no more tokens.</summary>
    CutByBudget,

    /// <summary>The model refused; <see cref="GeneratedResponse.Refusal"/> says how.</summary>
    Refused,

    /// <summary>A filter of the vendor, or the moderation of the options, withheld it or a part of it.</summary>
    ContentFiltered,
}
