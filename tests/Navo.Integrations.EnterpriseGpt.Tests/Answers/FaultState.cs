namespace Navo.Integrations.EnterpriseGpt.Tests.Answers;

/// <summary>How a source is.</summary>
public enum FaultState
{
    /// <summary>It answers.</summary>
    Well,

    /// <summary>It never answers and does not heed cancellation.</summary>
    Slow,

    /// <summary>It is unavailable.</summary>
    Down,

    /// <summary>It throws what no integration should.</summary>
    Wrong,
}
