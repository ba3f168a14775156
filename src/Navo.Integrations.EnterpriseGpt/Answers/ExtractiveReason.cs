namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Why an answer was made without a model.</summary>
public enum ExtractiveReason
{
    /// <summary>The model was asked.</summary>
    None = 0,

    /// <summary>None is registered.</summary>
    NoModel,

    /// <summary>The key is missing or refused, or may not use the model.</summary>
    NotAuthorized,

    /// <summary>A budget is spent.</summary>
    BudgetSpent,

    /// <summary>A limit asks to wait too long, or the quota is used up.</summary>
    Throttled,

    /// <summary>It did not answer in time.</summary>
    TimedOut,

    /// <summary>It is down, or its circuit breaker is open.</summary>
    Unavailable,

    /// <summary>Its answer made no sense, or there is no such model.</summary>
    Failed,
}
