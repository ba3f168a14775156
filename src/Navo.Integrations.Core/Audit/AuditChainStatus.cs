namespace Navo.Integrations.Core.Audit;

/// <summary>What a chain of audit records says of its files.</summary>
public enum AuditChainStatus
{
    /// <summary>Every line is as it was written, and none is missing in between.</summary>
    Intact = 0,

    /// <summary>All that stands there holds, but the end is missing: the last line is cut short, as a process leaves it that dies while it writes, or the chain ends before a line that is known.</summary>
    Truncated,

    /// <summary>A line was changed, put in or taken out, or the key is another.</summary>
    Broken,
}
