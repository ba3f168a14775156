namespace Navo.Integrations.Core.Audit;

/// <summary>The shape of a line in an audit file.</summary>
public enum AuditFormat
{
    /// <summary>The members of <see cref="Abstractions.AuditRecord"/> in snake case.</summary>
    Navo = 0,

    /// <summary>An event of the Open Cybersecurity Schema Framework, version 1.6.0: class API Activity (6003) with the profile Security Control. See <see href="https://schema.ocsf.io/1.6.0/classes/api_activity"/>.</summary>
    Ocsf,
}
