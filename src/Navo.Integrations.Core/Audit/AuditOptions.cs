namespace Navo.Integrations.Core.Audit;

/// <summary>Where the audit trail goes, and what happens when it cannot be written.</summary>
public sealed class AuditOptions
{
    /// <summary>
    /// Whether an answer is withheld when its record could not be written; true by default.
    /// When false, the answer is handed out and the gap is logged as an error.
    /// </summary>
    public bool FailClosed { get; set; } = true;

    /// <summary>How long a sink may take over one record before that counts as a failure. More than zero; 5 seconds by default.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The file that takes the trail, if one is named and the application registers no sink of its own. Read when the first integration is made.</summary>
    public AuditFileOptions File { get; set; } = new();
}
