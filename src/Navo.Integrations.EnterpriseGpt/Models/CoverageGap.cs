namespace Navo.Integrations.EnterpriseGpt;

/// <summary>Why a section is not in a summary, or not whole.</summary>
public enum CoverageGap
{
    /// <summary>It is in the summary.</summary>
    None = 0,

    /// <summary>The calls that may be made did not reach it.</summary>
    Limit,

    /// <summary>The call failed, or ended for a reason that is not known.</summary>
    Failed,

    /// <summary>The model refused.</summary>
    Refused,

    /// <summary>A filter withheld the answer or a part of it.</summary>
    Filtered,

    /// <summary>It was read, but what the model said of it was cut.</summary>
    Cut,
}
