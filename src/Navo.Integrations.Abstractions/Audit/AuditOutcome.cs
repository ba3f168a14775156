namespace Navo.Integrations.Abstractions;

/// <summary>What came of an audited call.</summary>
public enum AuditOutcome
{
    /// <summary>An answer was handed out.</summary>
    Success,

    /// <summary>The reader was refused.</summary>
    Denied,

    /// <summary>The call failed.</summary>
    Failed,

    /// <summary>The caller cancelled.</summary>
    Cancelled,
}
